#include "tests/support/files.hpp"
#include "tests/text/fixture.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <sys/wait.h>

using namespace kotobashi;
using namespace kotobashi::test;

namespace {
struct outcome {
  int code = 0;
  std::string out; // both streams
};

// kotobashi-langpack on the fixtures, or on a copy of them.
outcome run(const std::string& arguments, const std::filesystem::path& at = fixtures()) {
  auto program = (program_directory() / "kotobashi-langpack").string();
  auto split = arguments.find(' ');
  std::string line = program + " " + arguments.substr(0, split) + " --templates " +
                     (at / "templates").string() + " --langpacks " + (at / "langpacks").string() +
                     (split == arguments.npos ? "" : arguments.substr(split)) + " 2>&1";
  FILE* pipe = popen(line.c_str(), "r");
  REQUIRE(pipe != nullptr);
  outcome done;
  std::array<char, 4096> buffer{};
  while (auto size = std::fread(buffer.data(), 1, buffer.size(), pipe)) done.out.append(buffer.data(), size);
  done.code = WEXITSTATUS(pclose(pipe));
  return done;
}
} // namespace

TEST_CASE("lint ends with 0 where it finds nothing and with 1 where it does") {
  auto clean = run("lint --language en --without missing");
  CHECK(clean.out == "0 findings\n");
  CHECK(clean.code == 0);
  auto found = run("lint --language ne --json");
  CHECK(found.code == 1);
  auto findings = boost::json::parse(found.out).as_array();
  REQUIRE(findings.size() == 5);
  CHECK(findings[0].at("rule") == "missing");
  CHECK(findings[0].at("language") == "ne");
}

TEST_CASE("status counts in JSON") {
  auto done = run("status --json");
  CHECK(done.code == 0);
  auto all = boost::json::parse(done.out).as_array();
  REQUIRE(all.size() == 6);
  CHECK(all[0].at("language") == "ja");
  CHECK(all[0].at("phrases").at("checked") == 15);
}

TEST_CASE("render writes a topic with given parameters, or with its examples") {
  temporary_directory directory;
  auto file = directory.path() / "p.json";
  write_file(file, R"({"at":"2011-03-11T05:46:00Z","intensity":"five_lower","areas":["14132"]})");
  auto done = run("render quake --language en --parameters " + file.string());
  CHECK(done.code == 0);
  CHECK(done.out ==
        "== en (checked)\nEarthquake\nTime: 14:46, Friday, 11 March 2011\nIntensity: 5 Lower\nArea: "
        "Saiwai-ku\nIt may shake again.\nBe careful.\n");
  auto wire = run("render quake --json --language ja");
  CHECK(boost::json::parse(wire.out).at(0).at("title").at(0).at("text") == "地震がありました");
}

TEST_CASE("what cannot be done is said, with an exit code") {
  temporary_directory directory;
  auto file = directory.path() / "p.json";
  write_file(file, R"({"intensity":"nine"})");
  auto wrong = run("render quake --parameters " + file.string());
  CHECK(wrong.code == 1);
  CHECK(wrong.out.find("parameters.intensity: expected one of: five_lower, five_upper (unknown)") !=
        std::string::npos);
  CHECK(run("render nothing").code == 1);
  CHECK(run("render all --language ru").code == 1);
  auto nowhere = run("status", directory.path());
  CHECK(nowhere.code == 2);
  CHECK(nowhere.out.find("langpacks: cannot be read") != std::string::npos);
  CHECK(run("lint --without nonsense").code > 2);
}

TEST_CASE("a sheet goes out and comes back through the program") {
  broken_fixture packs;
  auto file = packs.path("en.xliff");
  auto out = run("export --format xliff --language en --output " + file.string(), packs.path(""));
  CHECK(out.out == "28 texts\n");
  CHECK(out.code == 0);
  CHECK(run("export --format xliff --language en", packs.path("")).out == read_file(file));
  CHECK(run("export --format html --language en --only drafted", packs.path("")).code ==
        1); // all are checked
  auto back = run("import " + file.string() + " --language en --by Ana", packs.path(""));
  CHECK(back.out == "0 checked, 0 drafted, 28 unchanged, 0 refused: there is nothing to write\n");
  CHECK(back.code == 0);
}

TEST_CASE("a refused text is printed with its line and ends the import with 1") {
  broken_fixture packs;
  auto file = packs.path("en.csv");
  write_file(file, "key,ja,translation,checked,remark\nquake.at,時刻：{at},Time,x,\nall.note,補足：{note},"
                   "Hint: {note},x,\x1B[2J\n");
  auto at = file.string();
  auto whole = run("import " + at + " --language en --by Ana", packs.path(""));
  CHECK(whole.out ==
        at + ":2: quake.at: {at} is missing [placeholders]\n" + at +
            ":3: all.note: remark by Ana:  [2J\n1 checked, 0 drafted, 0 unchanged, 1 refused: nothing is "
            "written (--partial takes what is right)\n");
  CHECK(whole.code == 1);
  auto tried = run("import " + at + " --language en --by Ana --partial --dry-run --json", packs.path(""));
  CHECK(boost::json::parse(tried.out).at("refused").at(0).at("rule") == "placeholders");
  CHECK(boost::json::parse(tried.out).at("written") == false);
  auto part = run("import " + at + " --language en --by Ana --partial", packs.path(""));
  CHECK(part.out.ends_with("1 checked, 0 drafted, 0 unchanged, 1 refused: written\n"));
  CHECK(part.code == 1);
}

TEST_CASE("a sheet that is none ends the import with one line") {
  broken_fixture packs;
  auto file = packs.path("en.csv").string();
  auto line = "import " + file + " --language en --by Ana";
  CHECK(run(line, packs.path("")).out == file + " cannot be read\n");
  write_file(file, std::string(std::size_t{50} * 1024 * 1024, 'a'));
  auto large = run(line, packs.path(""));
  CHECK(large.out == file + ": the file is larger than 16 MiB\n");
  CHECK(large.code == 1);
  CHECK(run("import " + file + " --language en", packs.path("")).code > 2); // who?
}

TEST_CASE("an edit of the Japanese is accepted through the program") {
  broken_fixture packs;
  packs.edit("langpacks/ja/phrases.arb", "\"@quake.title\": {",
             "\"@quake.title\": {\n    \"x-source-hash\": \"3c3ab4154383823b\",");
  CHECK(run("accept quake.title", packs.path("")).out == "quake.title: the Japanese was not edited\n");
  packs.edit("langpacks/ja/phrases.arb", "地震がありました", "地震がありました。");
  auto done = run("accept quake.title", packs.path(""));
  CHECK(done.out == "quake.title: kept in ja-simple, ar, en, ne, ru; outdated in none\n");
  CHECK(done.code == 0);
  packs.edit("langpacks/ja/phrases.arb", "地震がありました。", "地震");
  CHECK(run("outdate quake.title", packs.path("")).out ==
        "quake.title: kept in none; outdated in ja-simple, ar, en, ne, ru\n");
  CHECK(run("outdate quake.title", packs.path("")).code == 1);
}

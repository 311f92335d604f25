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

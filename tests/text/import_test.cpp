#include "server/text/langpack/import.hpp"
#include "server/text/langpack/sheet.hpp"
#include "server/text/langpack/status.hpp"
#include "tests/support/files.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

using namespace kotobashi;
using namespace kotobashi::test;
using namespace kotobashi::langpack;

namespace {
import_options options(const broken_fixture& in, std::string language) {
  return {in.path("templates"),
          in.path("langpacks"),
          std::move(language),
          "sheet.csv",
          "Ana",
          *from_rfc3339("2026-07-01T12:00:00Z")};
}

std::map<std::string, std::string> files(const broken_fixture& in) {
  std::map<std::string, std::string> out;
  for (const auto& each : std::filesystem::recursive_directory_iterator(in.path("langpacks")))
    if (each.is_regular_file()) out.emplace(each.path().string(), read_file(each.path()));
  return out;
}

std::string exported(const broken_fixture& in, std::string_view tag, std::string (*format)(const sheet&)) {
  auto all = in.load();
  return format(make_sheet(all, tag).value());
}

std::string replaced(std::string in, std::string_view from, std::string_view to) {
  auto at = in.find(from);
  REQUIRE(at != in.npos);
  return in.replace(at, from.size(), to);
}

// A sheet of one row: key, Japanese, translation, tick.
std::string csv(const std::string& row) {
  return "key,ja,translation (en),checked,checked_by\n" + row + "\n";
}

std::string said(const result<import_report>& of) {
  if (!of) return of.error().detail;
  std::string out = std::to_string(of->checked) + " checked, " + std::to_string(of->drafted) + " drafted, " +
                    std::to_string(of->unchanged) + " unchanged" + (of->written ? ", written" : "");
  for (const auto& each : of->refused) out += "; " + to_string(each);
  for (const auto& each : of->remarks) out += "; " + each.key + " " + each.by + ": " + each.remark;
  return out;
}
} // namespace

TEST_CASE("a sheet that comes back as it went changes nothing") {
  broken_fixture packs;
  auto before = files(packs);
  for (const char* tag : {"en", "ar", "ja-simple", "ne", "ru"})
    for (auto format : {to_xliff, to_csv}) {
      INFO(tag);
      CHECK(said(import_sheet(exported(packs, tag, format), options(packs, tag))) ==
            "0 checked, 0 drafted, 28 unchanged");
    }
  CHECK(files(packs) == before);
}

TEST_CASE("a text marked checked is recorded with who and when") {
  broken_fixture packs;
  packs.edit("langpacks/en/phrases.arb", "\"x-status\": \"checked\",\n    \"x-source-hash\": \"6b97",
             "\"x-status\": \"drafted\",\n    \"x-other\": 1,\n    \"x-source-hash\": \"6b97");
  auto before = read_file(packs.path("langpacks/en/phrases.arb"));
  CHECK(said(import_sheet(csv("quake.at,時刻：{at},Time: {at},✓,"), options(packs, "en"))) ==
        "1 checked, 0 drafted, 0 unchanged, written");
  CHECK(read_file(packs.path("langpacks/en/phrases.arb")) ==
        replaced(
            before,
            "\"x-status\": \"drafted\",\n    \"x-other\": 1,\n    \"x-source-hash\": \"6b970e810f14aec4\"\n",
            "\"x-status\": \"checked\",\n    \"x-other\": 1,\n    \"x-source-hash\": \"6b970e810f14aec4\",\n"
            "    \"x-checked-by\": \"Ana\",\n    \"x-checked-at\": \"2026-07-01T12:00:00Z\"\n"));
  auto again = files(packs);
  CHECK(said(import_sheet(csv("quake.at,時刻：{at},Time: {at},✓,Ben"), options(packs, "en"))) ==
        "0 checked, 0 drafted, 1 unchanged");
  CHECK(files(packs) == again);
}

TEST_CASE("the sheet may say itself who checked a text") {
  broken_fixture packs;
  CHECK(said(import_sheet(csv("quake.at,時刻：{at},Hour: {at},yes,Ben"), options(packs, "en"))) ==
        "1 checked, 0 drafted, 0 unchanged, written");
  CHECK(read_file(packs.path("langpacks/en/phrases.arb")).find("\"x-checked-by\": \"Ben\"") !=
        std::string::npos);
}

TEST_CASE("a text that changed without a mark is drafted, and nobody has checked it") {
  broken_fixture packs;
  import_sheet(csv("quake.at,時刻：{at},Hour: {at},1,"), options(packs, "en")).value();
  CHECK(said(import_sheet(csv("quake.at,時刻：{at},Moment: {at},,"), options(packs, "en"))) ==
        "0 checked, 1 drafted, 0 unchanged, written");
  auto text = read_file(packs.path("langpacks/en/phrases.arb"));
  CHECK(text.find("x-checked-by") == text.npos);
  CHECK(text.find("\"quake.at\": \"Moment: {at}\",\n  \"@quake.at\": {\n    \"x-status\": \"drafted\"") !=
        text.npos);
}

TEST_CASE("XLIFF's reviewed and final mark a text as checked") {
  broken_fixture packs;
  auto sheet = replaced(exported(packs, "en", to_xliff), ">Time: {at}</target>", ">Hour: {at}</target>");
  CHECK(said(import_sheet(sheet, options(packs, "en"))) == "1 checked, 0 drafted, 27 unchanged, written");
  auto unmarked =
      replaced(replaced(exported(packs, "en", to_xliff), ">Hour: {at}</target>", ">Time: {at}</target>"),
               "state=\"reviewed\">\n        <source xml:space=\"preserve\">時刻",
               "state=\"translated\">\n        <source xml:space=\"preserve\">時刻");
  CHECK(said(import_sheet(unmarked, options(packs, "en"))) == "0 checked, 1 drafted, 27 unchanged, written");
}

TEST_CASE("a text is refused for what lint finds, and for what the sheet gets wrong, with its line") {
  for (const auto& [row, refused] : std::vector<std::pair<std::string, std::string>>{
           {"quake.at,時刻：{at},Time,✓,", "{at} is missing [placeholders]"},
           {"quake.at,時刻：{at},Time: {at,,", "unmatched braces [message]"},
           {"quake.at,時刻：{at},Time: {at} おしらせ,,", "Japanese: お [leftover]"},
           {"quake.at,時刻：{at},\u202ETime: {at},✓,", "U+202E may not stand in a text [characters]"},
           {"quake.at,時刻：{at},,,", "is empty [empty]"},
           {"quake.at,時刻は{at},Time: {at},✓,",
            "the Japanese is another today: export a new sheet [outdated]"},
           {"quake.when,時刻：{at},Time: {at},✓,", "the source has no such text [unknown]"},
           {"x/quake.at,時刻：{at},Time: {at},✓,", "the source has no such text [unknown]"},
           {"quake.at,時刻：{at},Time: {at},maybe,",
            "the column checked says neither yes (✓, x, 1, はい, yes) nor no (empty) [format]"},
           {"board.only_ja,日本語だけ,,✓,", "is marked checked, but there is no text [missing]"},
       }) {
    const auto& shown = row;
    INFO(shown);
    broken_fixture packs;
    auto before = files(packs);
    auto report = import_sheet(csv(row), options(packs, "en")).value();
    REQUIRE(report.refused.size() == 1);
    auto key = row.substr(0, row.find(','));
    CHECK(to_string(report.refused[0]).starts_with("sheet.csv:2: " + key + ": "));
    CHECK(to_string(report.refused[0]).ends_with(refused));
    CHECK(files(packs) == before);
  }
}

TEST_CASE("nothing is written when a text is refused, unless what is right is asked for") {
  broken_fixture packs;
  auto before = files(packs);
  auto rows = csv("quake.at,時刻：{at},Hour: {at},✓,\nquake.title,地震がありました,A {x} quake,,\n"
                  "quake.at,時刻：{at},Hour: {at},✓,\nall.place,場所：{place},At: {place},,");
  auto with = options(packs, "en");
  const std::string refusals = "; sheet.csv:3: quake.title: the source has no {x} [placeholders]; "
                               "sheet.csv:4: quake.at: stands twice in the sheet [twice]";
  CHECK(said(import_sheet(rows, with)) == "1 checked, 1 drafted, 0 unchanged" + refusals);
  CHECK(files(packs) == before);
  with.partial = with.dry_run = true;
  CHECK(said(import_sheet(rows, with)) == "1 checked, 1 drafted, 0 unchanged" + refusals);
  CHECK(files(packs) == before);
  with.dry_run = false;
  CHECK(said(import_sheet(rows, with)) == "1 checked, 1 drafted, 0 unchanged, written" + refusals);
  auto text = read_file(packs.path("langpacks/en/phrases.arb"));
  CHECK(text.find("Hour: {at}") != text.npos);
  CHECK(text.find("At: {place}") != text.npos);
  CHECK(text.find("\"Earthquake\"") != text.npos);
}

TEST_CASE("an outdated text stays outdated until it is changed or checked") {
  broken_fixture packs;
  auto outdated = [&] { return status(packs.load()).back().phrases.outdated; };
  REQUIRE(outdated() == 1);
  auto all = packs.load();
  auto made = make_sheet(all, "ru", {text_status::outdated}).value();
  CHECK(said(import_sheet(to_csv(made), options(packs, "ru"))) == "0 checked, 0 drafted, 1 unchanged");
  CHECK(outdated() == 1);
  auto sheet = to_csv(made);
  auto ticked = replaced(sheet, "outdated,,,", "outdated,はい,,");
  CHECK(said(import_sheet(ticked, options(packs, "ru"))) == "1 checked, 0 drafted, 0 unchanged, written");
  CHECK(outdated() == 0);
}

TEST_CASE("a text that was missing goes to its place in the file") {
  broken_fixture packs;
  CHECK(said(import_sheet(csv("board.only_ja,日本語だけ,Only here,,"), options(packs, "en"))) ==
        "0 checked, 1 drafted, 0 unchanged, written");
  auto text = read_file(packs.path("langpacks/en/pages.arb"));
  CHECK(text.find("\"board.greeting\"") < text.find("\"board.only_ja\""));
  CHECK(text.find("\"board.only_ja\"") < text.find("\"board.updated\""));
  CHECK(lint(packs.load(), {{"en"}, {}}).empty());
}

TEST_CASE("a file that the pack does not have yet is begun") {
  broken_fixture packs;
  std::filesystem::remove(packs.path("langpacks/en/pages.arb"));
  CHECK(said(import_sheet(csv("board.title,お知らせ,Notices,,"), options(packs, "en"))) ==
        "0 checked, 1 drafted, 0 unchanged, written");
  CHECK(read_file(packs.path("langpacks/en/pages.arb")) == R"({
  "@@locale": "en",
  "board.title": "Notices",
  "@board.title": {
    "x-status": "drafted",
    "x-source-hash": "897af7996788d576"
  }
}
)");
}

TEST_CASE("a sheet mends a text that could not be used") {
  broken_fixture packs;
  packs.edit("langpacks/en/phrases.arb", "Time: {at}", "Time: {at");
  REQUIRE(packs.load().problems().size() == 1);
  CHECK(said(import_sheet(csv("quake.at,時刻：{at},Time: {at},✓,"), options(packs, "en"))) ==
        "1 checked, 0 drafted, 0 unchanged, written");
  CHECK(packs.load().problems().empty());
}

TEST_CASE("a term is refused where a phrase that uses it would become wrong") {
  broken_fixture packs;
  packs.edit("langpacks/ja/phrases.arb", "\"description\": \"for the tests\"",
             "\"x-terms\": [\"language.vi\"]");
  packs.edit("langpacks/en/phrases.arb", "\"Earthquake\"", "\"Vietnamese people\"");
  auto term = "language.vi,ベトナム語,Tagalog,,\n", phrase = "quake.title,地震がありました,Tagalog people,,";
  CHECK(
      said(import_sheet(csv(term), options(packs, "en"))) ==
      "0 checked, 0 drafted, 0 unchanged; sheet.csv:2: language.vi: with it, quake.title is wrong: the term "
      "“Tagalog” (language.vi) is not used [term]");
  auto with = options(packs, "en");
  with.dry_run = true;
  CHECK(said(import_sheet(csv(std::string(term) + phrase), with)) == "0 checked, 2 drafted, 0 unchanged");
  with.partial = true;
  auto wrong = csv(std::string(term) + "quake.title,地震がありました,Spanish people,,");
  auto report = import_sheet(wrong, with).value();
  CHECK(report.drafted == 0);
  REQUIRE(report.refused.size() == 2);
  CHECK(report.refused[0].key == "language.vi");
  CHECK(report.refused[1].key == "quake.title");
}

TEST_CASE("what lint found before is not the sheet's fault") {
  broken_fixture packs;
  packs.edit("langpacks/en/phrases.arb", "\"Earthquake\"", "\"Earthquake おしらせ\"");
  CHECK(said(import_sheet(
            csv("quake.at,時刻：{at},Hour: {at},,\nquake.title,地震がありました,Earthquake おしらせ,,"),
            options(packs, "en"))) == "0 checked, 1 drafted, 1 unchanged, written");
  auto ticked =
      import_sheet(csv("quake.title,地震がありました,Earthquake おしらせ,✓,"), options(packs, "en")).value();
  CHECK(ticked.unchanged == 1); // the fixture says already that it is checked
}

TEST_CASE("remarks are handed on, and what export wrote is none") {
  broken_fixture packs;
  auto sheet = replaced(exported(packs, "en", to_csv), "checked,,,\r\n", "checked,,Ben,too long?\r\n");
  CHECK(said(import_sheet(sheet, options(packs, "en"))) ==
        "0 checked, 0 drafted, 28 unchanged; quake.title Ben: too long?");
  auto xliff = replaced(exported(packs, "en", to_xliff), "<note category=\"about\">for the tests</note>",
                        "<note>for the tests</note><note>too short?</note>");
  CHECK(said(import_sheet(xliff, options(packs, "en"))) ==
        "0 checked, 0 drafted, 28 unchanged; quake.title Ana: too short?");
}

TEST_CASE("a sheet is refused as a whole where it cannot be meant") {
  broken_fixture packs;
  CHECK(said(import_sheet(exported(packs, "ar", to_xliff), options(packs, "en"))) ==
        "sheet.csv: the file's trgLang is ar, not en");
  CHECK(said(import_sheet(exported(packs, "ar", to_csv), options(packs, "en"))) ==
        "sheet.csv: the file's translations are in ar, not en");
  CHECK(import_sheet(exported(packs, "en", to_csv), options(packs, "ja")).has_error());
  CHECK(said(import_sheet("x", options(packs, "xx"))) == "there is no language xx");
  packs.edit("langpacks/en/phrases.arb", "\"Earthquake\"", "7");
  CHECK(said(import_sheet(csv(""), options(packs, "en"))).starts_with("mend the pack first: "));
}

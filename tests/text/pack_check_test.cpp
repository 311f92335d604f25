#include "server/text/langpack/status.hpp"
#include "server/text/pack_check.hpp"
#include "tests/support/files.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace kotobashi;
using namespace kotobashi::test;

namespace {
struct breakage {
  std::string file, from, to, said; // said: without the directory
};

// All problems, without the directory.
std::string said(const broken_fixture& in, const words::library& all) {
  std::string out;
  for (const auto& each : all.problems())
    out += (out.empty() ? "" : "\n") + words::to_string(each).substr(in.path("").string().size());
  return out;
}
} // namespace

TEST_CASE("a text that cannot be used is named when the packs are loaded, and counts as missing") {
  for (const breakage& row : {
           breakage{"langpacks/en/phrases.arb", "Time: {at}", "Time: {at",
                    "langpacks/en/phrases.arb:8: quake.at: unmatched braces"},
           breakage{"langpacks/en/phrases.arb", "Time: {at}", "Time: {at}}",
                    "langpacks/en/phrases.arb:8: quake.at: unmatched braces"},
           breakage{"langpacks/en/phrases.arb", "Time: {at}", "Time: {at} {xyz}",
                    "langpacks/en/phrases.arb:8: quake.at: the source has no {xyz}"},
           breakage{"langpacks/en/phrases.arb", "Time: {at}", "{at, plural, one {x}}",
                    "langpacks/en/phrases.arb:8: quake.at: there is no branch \"other\""},
           breakage{
               "langpacks/en/phrases.arb", "Time: {at}", "Time: {at, date}",
               "langpacks/en/phrases.arb:8: quake.at: only {name}, plural and select may stand in braces: "
               "{at}"},
           breakage{"langpacks/en/phrases.arb", "Time: {at}", "\u202ETime: {at}",
                    "langpacks/en/phrases.arb:8: quake.at: U+202E may not stand in a text"},
           breakage{"langpacks/en/phrases.arb", "Time: {at}", "Time\\u001b[31m: {at}",
                    "langpacks/en/phrases.arb:8: quake.at: U+001B may not stand in a text"},
           breakage{"langpacks/en/phrases.arb", "Time: {at}", "Time\\u0085: {at}",
                    "langpacks/en/phrases.arb:8: quake.at: U+0085 may not stand in a text"},
       }) {
    INFO(row.said);
    broken_fixture broken;
    broken.edit(row.file, row.from, row.to);
    auto library = broken.load();
    CHECK(said(broken, library) == row.said);
    CHECK(library.unreadable().empty());
    CHECK(library.find_pack("en")->find(words::section::phrases, "quake.at")->is_broken());
    for (const auto& each : langpack::status(library))
      CHECK(each.phrases.missing == (each.language == "en" ? 1 : each.language == "ru" ? 9 : 0));
  }
}

TEST_CASE("terms and texts of the interface are looked at too") {
  broken_fixture broken;
  broken.edit("langpacks/en/terms.arb", "\"Kawasaki-ku\"", "\"{name}-ku\"");
  broken.edit("langpacks/en/pages.arb", "\"Notices\"", "\"Notices {\"");
  auto library = broken.load();
  CHECK(said(broken, library) == "langpacks/en/terms.arb:13: area.14131: the source has no {name}\n"
                                 "langpacks/en/pages.arb:3: board.title: unmatched braces");
  CHECK(library.term("en", "area.14131") == std::nullopt);
  CHECK(library.page("en", "board.title").language == "ja");
}

TEST_CASE("what is wrong in the source is said once, not of every translation") {
  broken_fixture broken;
  broken.edit("langpacks/ja/terms.arb", "{n}", "{n");
  auto library = broken.load();
  CHECK(said(broken, library).ends_with("number.more_than: unmatched braces"));
  CHECK(library.problems().size() == 1);
}

TEST_CASE("a pack that lacks a file though it has others says so, and its texts are used") {
  broken_fixture broken;
  std::filesystem::remove(broken.path("langpacks/en/terms.arb"));
  auto library = broken.load();
  CHECK(said(broken, library) == "langpacks/en/terms.arb: the file is missing; the pack has others");
  CHECK(library.find_language("en")->phrases == 15);
  CHECK(library.unreadable().empty());
}

TEST_CASE("only texts that need ICU are given to it") {
  struct row {
    std::string text, source;
    bool plain;
  };
  for (const row& each : {
           row{"", "", true},
           row{"Time # | <b>", "時刻", true},
           row{"Time: {at} {at}", "{at}：時刻", true},
           row{"a\nb", "a", true},
           row{"\u2067{name}\u2069", "{name}", true},
           row{"{at}", "{att}", false},
           row{"{at}", "{n, plural, other {at}}", false},
           row{"{n, plural, other {#}}", "{n}", false},
           row{"{at", "{at}", false},
           row{"at}", "{at}", false},
           row{"{{at}}", "{at}", false},
           row{"{}", "{at}", false},
           row{"{ at }", "{at}", false},
           row{"{0}", "{0}", false},
           row{"'{at}'", "{at}", false},
           row{"{at}", "'{at}'", false},
           row{"a\u202Db", "a", false},
           row{"a\tb", "a", false},
       }) {
    INFO(each.text, " of ", each.source);
    CHECK(words::is_plainly_right(each.text, each.source) == each.plain);
  }
}

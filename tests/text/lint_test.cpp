#include "server/text/langpack/lint.hpp"
#include "server/text/langpack/status.hpp"
#include "server/text/langpack/variants.hpp"
#include "tests/support/files.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;

namespace {
struct change {
  std::string file, from, to;
  std::string found; // "rule language key", of the finding that the change brings
};

std::string brief(const std::vector<langpack::finding>& all) {
  std::string out;
  for (const auto& each : all)
    out += (out.empty() ? "" : "; ") + each.rule + " " + each.language + " " + each.key;
  return out;
}

// Of the languages in which the fixtures are complete.
std::vector<langpack::finding> lint(const words::library& all, std::string without = "missing") {
  return langpack::lint(all, {{"ja", "ja-simple", "en", "ar"}, {"missing", "plain_morae_hint", without}});
}
} // namespace

TEST_CASE("the fixtures have no findings but what is missing on purpose") {
  CHECK(brief(lint(fixture())) == "");
  auto missing = langpack::lint(fixture(), {{"ne"}, {}});
  CHECK(
      brief(missing) ==
      "missing ne board.count; missing ne board.greeting; missing ne board.only_ja; missing ne board.title; "
      "missing ne board.updated");
}

TEST_CASE("each rule finds its fault, and names the text") {
  for (const change& each : {
           change{"langpacks/en/phrases.arb", "Time: {at}", "Time: {at", "message en quake.at"},
           change{"langpacks/en/phrases.arb", "\"Earthquake\"", '"' + std::string(161, 'E') + '"',
                  "length en quake.title"},
           change{"langpacks/en/phrases.arb", "It may shake again.", std::string(1000, 'a') + ".",
                  "length en quake.title"},
           change{"langpacks/en/phrases.arb", "Time: {at}", "Time: {when}", "placeholders en quake.at"},
           change{"langpacks/en/phrases.arb", "Time: {at}", "Time", "placeholders en quake.at"},
           change{"langpacks/ar/phrases.arb", "few {# أشخاص} ", "", "plural ar all.people"},
           change{"langpacks/en/phrases.arb", "one {Area} ", "one {Area} few {Areas} ",
                  "plural en quake.areas"},
           change{"langpacks/en/phrases.arb", "{open, select, true", "{open, select, yes",
                  "select en all.open"},
           change{"langpacks/en/phrases.arb", "It may shake", "In 3 days it may shake",
                  "numbers en quake.after"},
           change{"langpacks/ar/terms.arb", "5 أدنى", "6 أدنى",
                  "numbers ar intensity.five_lower; numbers ar intensity.five_lower"},
           change{"langpacks/en/pages.arb", "Notices", "Notices https://a.jp/", "urls en board.title"},
           change{"langpacks/ar/pages.arb", "إعلانات\"", "Announcements for everyone\"",
                  "script ar board.title"},
           change{"langpacks/ar/pages.arb", "إعلانات\"", "उ إعلانات\"", "script ar board.title"},
           change{"langpacks/en/pages.arb", "Notices", "Notices おしらせ", "leftover en board.title"},
           change{"langpacks/ar/phrases.arb", "قد يهتز", "\u2067قد يهتز", "isolates ar quake.after"},
           change{"langpacks/ar/phrases.arb", "قد يهتز", "\u202Bقد يهتز\u202C", "characters ar quake.after"},
           change{"langpacks/en/pages.arb", "Notices", "Notices\\u0007", "characters en board.title"},
           change{"langpacks/ja-simple/phrases.arb", "｜地震《じしん》が ありました",
                  "｜地震《jishin》が ありました", "ruby ja-simple quake.title"},
           change{"langpacks/ja-simple/phrases.arb", "｜地震《じしん》が ありました", "地震が ありました",
                  "plain_ruby ja-simple quake.title"},
           change{"langpacks/en/pages.arb", "Hello {name}", "Hello {name}, it's you",
                  "apostrophe en board.greeting"},
           change{"langpacks/en/phrases.arb", "\"Earthquake\"", "\"\"", "empty en quake.title"},
           change{"langpacks/ja/phrases.arb", "時刻：{at}", "時：{at}",
                  "outdated ja-simple quake.at; outdated ar quake.at; outdated en quake.at"},
           change{"langpacks/en/phrases.arb", "\"quake.title\"", "\"quake.titel\"",
                  "file  @quake.title; unknown en quake.titel"},
           change{"langpacks/ja/phrases.arb", "\"quake.title\"", "\"x\": \"x\", \"quake.title\"",
                  "unused ja x"},
           change{
               "langpacks/ja/phrases.arb", "\"description\": \"for the tests\"",
               "\"x-terms\": [\"area.14131\"]",
               "term ja quake.title; term ja-simple quake.title; term ar quake.title; term en quake.title"},
           change{"templates/quake.toml", "example = \"five_upper\"", "example = \"nine\"",
                  "example  example.intensity"},
           change{"langpacks/en/pack.toml",
                  "place =", "body = { quake = [\"quake.x\"] }\nplace =", "order en body.quake"},
           change{"templates/quake.toml", "topic = 1", "topic = one", "file  "},
       }) {
    INFO(each.file, ": ", each.to);
    broken_fixture broken;
    broken.edit(each.file, each.from, each.to);
    auto found = lint(broken.load());
    std::erase_if(found, [&](const langpack::finding& one) {
      return each.file == "templates/quake.toml" &&
             one.rule == "unused"; // the topic is left out, so its phrases are unused
    });
    CHECK(brief(found) == each.found);
  }
}

TEST_CASE("a finding names file and line") {
  broken_fixture broken;
  broken.edit("langpacks/en/phrases.arb", "Time: {at}", "Time");
  auto found = lint(broken.load());
  REQUIRE(found.size() == 1);
  CHECK(found[0].file == broken.path("langpacks/en/phrases.arb").string());
  CHECK(found[0].line == 8);
  CHECK(langpack::to_string(found[0]) ==
        broken.path("langpacks/en/phrases.arb").string() + ":8: quake.at: {at} is missing [placeholders]");
}

TEST_CASE("a Japanese word in brackets is no leftover") {
  broken_fixture broken;
  broken.edit("langpacks/en/pages.arb", "Notices", "Notices (お知らせ)");
  CHECK(brief(lint(broken.load())) == "");
}

TEST_CASE("a term counts as used in another form of the word") {
  broken_fixture broken;
  broken.edit("langpacks/ja/phrases.arb", "\"description\": \"for the tests\"",
              "\"x-terms\": [\"language.vi\"]");
  broken.edit("langpacks/ja/phrases.arb", "地震がありました", "ベトナム語です");
  broken.edit("langpacks/en/phrases.arb", "\"Earthquake\"", "\"vietnam speakers\"");
  broken.edit("langpacks/ar/phrases.arb", "\"زلزال\"", "\"الفيتنام\"");
  broken.edit("langpacks/ja-simple/phrases.arb", "｜地震《じしん》が ありました", "ベトナム ｜語《ご》");
  CHECK(brief(lint(broken.load(), "outdated")) == "");
}

TEST_CASE("a message is looked at in all its branches") {
  words::message made("a {n, plural, =0 {none} one {# b} other {# c}} {s, select, x {X} other {Y {v}}}",
                      false);
  CHECK(langpack::variants(made) ==
        std::vector<std::string>{"a none X", "a \uFFFC b Y \uFFFC", "a \uFFFC c X"});
}

TEST_CASE("the status counts texts by what is known of them") {
  auto all = langpack::status(fixture());
  const auto& russian = all.back();
  CHECK(russian.language == "ru");
  CHECK(russian.phrases.all == 15);
  CHECK(russian.phrases.missing == 9);
  CHECK(russian.phrases.outdated == 1);
  CHECK(russian.phrases.drafted == 5);
  CHECK(russian.topics_ready == 1);
  CHECK(russian.topics == 2);
  CHECK(all.front().language == "ja");
  CHECK(all.front().phrases.checked == 15);
}

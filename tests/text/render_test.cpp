#include "server/model/json.hpp"
#include "server/text/hash.hpp"
#include "server/text/pack.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace kotobashi;
using namespace kotobashi::test;

static const char* quake =
    R"({"at":"2011-03-11T14:46:00+09:00","intensity":"five_upper","areas":["14131","14132"],
                              "magnitude":{"value":8,"qualifier":"more_than"}})";

TEST_CASE("a notice is rendered in every language of its own") {
  CHECK(body("quake", quake, "ja") ==
        "時刻：2011年3月11日（金） 14時46分\n震度：震度5強\n地域：川崎区、幸区\n規模：8.0を超える\n"
        "また地震が来るかもしれません。\n気をつけてください。");
  CHECK(
      body("quake", quake, "ja-simple") ==
      "時間：2011年 3月 11日（金） 午後 2時 46分\n震度：震度5強\n地域：川崎区、幸区\n大きさ：8.0より 大きい\n"
      "また 地震が 来るかも しれません。\n気を つけて ください。");
  CHECK(body("quake", quake, "en") ==
        "Time: 14:46, Friday, 11 March 2011\nIntensity: 5 Upper\nAreas: Kawasaki-ku, Saiwai-ku\n"
        "Magnitude: more than 8.0\nIt may shake again.\nBe careful.");
}

TEST_CASE("plain Japanese gives every kanji its reading, in values too") {
  auto text = rendered_text("quake", quake, "ja-simple");
  CHECK(words::to_html(text.body.front(), "ja-simple")
            .find("<rb>11日</rb><rp>（</rp><rt>じゅういちにち</rt>") != std::string::npos);
  for (const auto& paragraph : text.body)
    for (const auto& run : paragraph)
      for (auto kanji :
           {"時", "間", "年", "月", "日", "金", "午", "分", "震", "度", "強", "川", "区", "大", "来", "気"})
        CHECK_MESSAGE((run.ruby || run.text.find(kanji) == std::string::npos), run.text);
}

TEST_CASE("optional phrases stand only where their conditions hold") {
  auto text =
      body("quake",
           R"({"at":"2011-03-11T05:46:00Z","intensity":"five_lower","areas":["14131"],"after":false})", "en");
  CHECK(text == "Time: 14:46, Friday, 11 March 2011\nIntensity: 5 Lower\nArea: Kawasaki-ku");
}

TEST_CASE("where a phrase is missing there is no text at all, and never the source in its place") {
  auto text = rendered_text("all", R"({"people":3})", "ru");
  CHECK(text.status == text_status::missing);
  CHECK(text.title.empty());
  CHECK(text.body.empty());
  CHECK(text.problems == std::vector<words::text_problem>{{"missing", "all.title", ""},
                                                          {"missing", "all.open", ""},
                                                          {"missing", "all.people", ""}});
}

TEST_CASE("a missing term makes the text missing too") {
  broken_fixture broken;
  broken.edit("langpacks/ne/terms.arb", "intensity.five_upper", "intensity.five_uppermost");
  auto library = broken.load();
  const auto& topic = *library.find_topic("quake");
  auto given = words::check_parameters(library, topic, json::parse(quake).value());
  auto text = words::render(library, topic, *given, "ne", context());
  CHECK(text->status == text_status::missing);
  CHECK(text->body.empty());
  CHECK(text->problems == std::vector<words::text_problem>{{"missing", "intensity.five_upper", ""}});
}

TEST_CASE("the status is the worst of all phrases and terms") {
  CHECK(rendered_text("quake", quake, "ja").status == text_status::checked);
  CHECK(rendered_text("quake", quake, "en").status == text_status::checked);
  CHECK(rendered_text("quake", quake, "ar").status == text_status::drafted);
  CHECK(rendered_text("quake", quake, "ru").status == text_status::outdated);
}

TEST_CASE("what was checked in the center counts, and says what was accepted there") {
  broken_fixture copy;
  auto library = copy.load();
  const auto& topic = *library.find_topic("quake");
  auto given = words::check_parameters(library, topic, json::parse(quake).value());
  auto text = [&] { return words::render(library, topic, *given, "ru", context()).value(); };
  auto revise = [&](const std::string& was, const std::string& now) {
    return library.revise(
        {"ru", words::section::phrases, "quake.at", was, now, words::text_hash("時刻：{at}")});
  };
  auto plain = [&] { return to_plain(text().body, words::direction::ltr); };
  CHECK(plain().find("Время: ") != std::string::npos);
  CHECK_FALSE(revise("Другой текст", "x"));
  CHECK(revise("Время: {at}", "Время землетрясения: {at}"));
  CHECK(plain().find("Время землетрясения: ") != std::string::npos);
  CHECK_FALSE(revise("Время: {at}", "x"));
  CHECK_FALSE(library.revise({"ja", words::section::phrases, "quake.at", "時刻：{at}", "x", 0}));
  for (const auto& each : library.find_pack("ru")->all(words::section::phrases)) {
    const auto* source = library.source().find(words::section::phrases, each.key);
    if (source && each.key != "quake.at")
      library.revise(
          {"ru", words::section::phrases, each.key, each.text, each.text, words::text_hash(source->text)});
  }
  for (const auto& each : library.find_pack("ru")->all(words::section::terms))
    if (const auto* source = library.source().find(words::section::terms, each.key))
      library.revise(
          {"ru", words::section::terms, each.key, each.text, each.text, words::text_hash(source->text)});
  CHECK(text().status == text_status::checked);
}

TEST_CASE("a translation that asks for a value which the source does not have counts as missing") {
  broken_fixture broken;
  broken.edit("langpacks/en/phrases.arb", "Time: {at}", "Time: {when}");
  auto library = broken.load();
  const auto& topic = *library.find_topic("quake");
  auto given = words::check_parameters(library, topic, json::parse(quake).value());
  auto text = words::render(library, topic, *given, "en", context());
  CHECK(text->status == text_status::missing);
  CHECK(text->body.empty());
  CHECK(text->problems ==
        std::vector<words::text_problem>{{"broken", "quake.at", "the source has no {when}"}});
}

TEST_CASE("a value that was not given is an exception, never braces in the text") {
  const auto& topic = *fixture().find_topic("quake");
  CHECK_THROWS_AS(static_cast<void>(words::render(fixture(), topic, words::values{}, "en", context())),
                  std::logic_error);
}

TEST_CASE("wording outside of its dates of validity is told") {
  auto later = context();
  later.now = *from_rfc3339("2030-03-31T14:59:00Z"); // the last minute of the last day in Tokyo
  CHECK(rendered_text("quake", quake, "en", later).problems.empty());
  later.now = *from_rfc3339("2030-03-31T15:00:00Z");
  CHECK(rendered_text("quake", quake, "en", later).problems ==
        std::vector<words::text_problem>{{"wording_not_valid", "quake", "until 2030-03-31"}});
  later.now = *from_rfc3339("2021-05-19T14:59:00Z");
  CHECK(rendered_text("quake", quake, "en", later).problems.size() == 1);
}

TEST_CASE("a language may put the phrases into its own order") {
  broken_fixture broken;
  broken.edit("langpacks/en/pack.toml",
              "place =", "body = { quake = [\"quake.areas\", \"quake.at\"] }\nplace =");
  auto library = broken.load();
  REQUIRE(library.problems().empty());
  const auto& topic = *library.find_topic("quake");
  auto given = words::check_parameters(library, topic, json::parse(quake).value());
  auto text = words::render(library, topic, *given, "en", context());
  CHECK(words::to_plain(text->body, text->direction)
            .starts_with(
                "Areas: Kawasaki-ku, Saiwai-ku\nTime: 14:46, Friday, 11 March 2011\nIntensity: 5 Upper\n"));
}

TEST_CASE("an unknown language is a refusal that names it") {
  const auto& topic = *fixture().find_topic("quake");
  auto given = words::check_parameters(fixture(), topic, json::parse(quake).value());
  CHECK(words::render(fixture(), topic, *given, "xx", context()).error().code == refusal_code::not_found);
  auto several = words::render(fixture(), topic, *given, std::vector<std::string>{"en", "xx"}, context());
  REQUIRE(several.has_error());
  CHECK(several.error().errors ==
        std::vector<field_error>{{"languages[1]", "unknown", "there is no such language"}});
  auto all = words::render(fixture(), topic, *given, std::vector<std::string>{}, context());
  REQUIRE(all.has_value());
  CHECK(all->size() == 6);
  CHECK(all->front().language == "ja");
}

TEST_CASE("several threads may render at once") {
  const auto& topic = *fixture().find_topic("quake");
  words::library fresh(fixtures() / "templates", fixtures() / "langpacks");
  auto given = words::check_parameters(fresh, topic, json::parse(quake).value());
  auto expected =
      words::to_plain(words::render(fixture(), topic, *given, "ar", context())->body, words::direction::rtl);
  std::vector<std::string> seen(4);
  {
    std::vector<std::jthread> threads;
    for (auto& each : seen)
      threads.emplace_back([&] {
        for (int i = 0; i < 20; ++i)
          each = words::to_plain(words::render(fresh, topic, *given, "ar", context())->body,
                                 words::direction::rtl);
      });
  }
  for (const auto& each : seen) CHECK(each == expected);
}

#include "server/model/json.hpp"
#include "server/text/changes.hpp"
#include "server/text/free_text.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;
using words::direction;
using words::paragraph;

namespace {
paragraph line(std::string_view text, std::string_view language = "en") {
  return {{std::string(text), std::string(language), direction::ltr, {}, {}}};
}

// Both texts as paragraphs of plain words; what comes back as HTML.
std::string marked(const std::vector<std::string>& before, const std::vector<std::string>& after,
                   std::string_view language = "en") {
  std::vector<paragraph> old, now;
  for (const auto& each : before) old.push_back(line(each, language));
  for (const auto& each : after) now.push_back(line(each, language));
  return words::to_html(words::mark_changes(old, now, language), language);
}

std::string earthquake(std::string_view intensity, std::string_view more = "") {
  return R"({"at":"2011-03-11T14:46:00+09:00","areas":["14131"],"intensity":")" + std::string(intensity) +
         "\"" + std::string(more) + "}";
}
} // namespace

TEST_CASE("paragraphs that stand in both texts are left alone, in any order") {
  CHECK(marked({"Stay at home.", "Close the gas."}, {"Close the gas.", "Stay at home."}) ==
        "<p>Close the gas.</p>\n<p>Stay at home.</p>\n");
}

TEST_CASE("a paragraph that nothing before was like is marked as a whole") {
  CHECK(marked({"Stay at home."}, {"Stay at home.", "The water is not safe to drink."}) ==
        "<p>Stay at home.</p>\n<p><ins>The water is not safe to drink.</ins></p>\n");
}

TEST_CASE("of a paragraph that is like an earlier one only the new words are marked") {
  CHECK(marked({"The shelter opens at the north gate today."},
               {"The shelter opens at the south gate today."}) ==
        "<p>The shelter opens at the <ins>south</ins> gate today.</p>\n");
  CHECK(marked({"Come to the school at noon."}, {"Come to the big old school at noon."}) ==
        "<p>Come to the <ins>big old</ins> school at noon.</p>\n");
}

TEST_CASE("a paragraph that lost words and got none is marked as a whole") {
  CHECK(marked({"Bring water and food for today."}, {"Bring water for today."}) ==
        "<p><ins>Bring water for today.</ins></p>\n");
}

TEST_CASE("scripts without spaces are compared by ICU's words") {
  CHECK(marked({"รับน้ำที่โรงเรียน"}, {"รับน้ำที่สวนสาธารณะ"}, "th") == "<p>รับน้ำที่<ins>สวนสาธารณะ</ins></p>\n");
  CHECK(marked({"今日は学校で水を配ります。"}, {"今日は公園で水を配ります。"}, "ja") ==
        "<p>今日は<ins>公園</ins>で水を配ります。</p>\n");
}

TEST_CASE("a value counts as one word, typed text by its words") {
  auto text = [](std::string_view intensity) { return rendered_text("quake", earthquake(intensity), "en"); };
  auto now = words::mark_changes(text("five_upper").body, text("five_lower").body, "en");
  CHECK(words::to_html(now[1], "en") == "Intensity: <bdi lang=\"en\" dir=\"ltr\"><ins>5 Lower</ins></bdi>");
  CHECK_FALSE(words::has_changes(now[0]));
  auto typed = words::mark_changes(words::free_text("A bus goes at nine.", "en"),
                                   words::free_text("A bus goes at ten.", "en"), "en");
  CHECK(words::to_html(typed.front(), "en") ==
        "<bdi lang=\"en\" dir=\"ltr\">A bus goes at <ins>ten</ins>.</bdi>");
}

TEST_CASE("ruby stays one piece") {
  paragraph before{{"水", "ja-simple", direction::ltr, "みず", {}},
                   line("を もって きて ください。", "ja-simple")[0]};
  paragraph after{{"服", "ja-simple", direction::ltr, "ふく", {}},
                  line("を もって きて ください。", "ja-simple")[0]};
  CHECK(words::to_html(words::mark_changes(before, after, "ja-simple"), "ja-simple") ==
        "<ins><ruby><rb>服</rb><rp>（</rp><rt>ふく</rt><rp>）</rp></ruby></ins>を もって きて ください。");
}

TEST_CASE("marks change nothing of the plain text") {
  auto before = rendered_text("quake", earthquake("five_upper"), "ar");
  auto after = rendered_text("quake", earthquake("five_lower"), "ar");
  auto now = words::mark_changes(before.body, after.body, "ar");
  CHECK(words::to_plain(now, direction::rtl) == words::to_plain(after.body, direction::rtl));
}

TEST_CASE("texts too long to compare by words are marked as a whole") {
  std::string before, after;
  for (int i = 0; i < 1000; ++i)
    (before += std::to_string(i)) += ' ', (after += std::to_string(i + 1)) += ' ';
  CHECK(marked({before}, {after}) == "<p><ins>" + after + "</ins></p>\n");
}

TEST_CASE("after a correction the phrases that stayed are as checked as before") {
  broken_fixture copy;
  copy.edit("langpacks/en/phrases.arb", "\"@quake.magnitude\": {\n    \"x-status\": \"checked\"",
            "\"@quake.magnitude\": {\n    \"x-status\": \"drafted\"");
  auto library = copy.load();
  const auto& topic = *library.find_topic("quake");
  auto status = [&](const std::string& parameters) {
    auto given = words::check_parameters(library, topic, json::parse(parameters).value());
    return words::render(library, topic, *given, "en", context())->status;
  };
  CHECK(status(earthquake("five_upper")) == text_status::checked);
  CHECK(status(earthquake("five_lower")) == text_status::checked);
  CHECK(status(earthquake("five_lower", R"(,"magnitude":7)")) == text_status::drafted);
  CHECK(status(earthquake("five_lower", R"(,"after":false)")) == text_status::checked);
}

#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;

// One row: a parameter of the topic "all", a language, and the line that comes out ({open} is always the
// first).
struct shown {
  std::string parameters;
  std::string language;
  std::string line;
};

static void check(const shown& row) {
  INFO(row.language, " ", row.parameters);
  auto text = body("all", row.parameters, row.language);
  CHECK(text.substr(text.find('\n') + 1) == row.line);
}

TEST_CASE("a place is given in the reader's language followed by the name on the building") {
  for (const shown& row : {
           shown{R"({"place":["city-hall"]})", "ja", "場所：川崎市役所"},
           shown{R"({"place":["city-hall"]})", "ja-simple", "場所：川崎市役所"},
           shown{R"({"place":["city-hall"]})", "en", "Place: Kawasaki City Hall (川崎市役所)"},
           shown{R"({"place":["city-hall"]})", "ar",
                 "المكان: \u2068بلدية كاواساكي\u2069 (\u2068川崎市役所\u2069)"},
           shown{R"({"place":["city-hall"]})", "ne", "ठाउँ: Kawasaki City Hall (川崎市役所)"},
           shown{R"({"place":["school"]})", "en", "Place: Daishi Shogakko (大師小学校)"},
           shown{R"({"place":["school","city-hall"]})", "en",
                 "Place: Daishi Shogakko (大師小学校), Kawasaki City Hall (川崎市役所)"},
           shown{R"({"place":[{"name":"東小学校","romanised":"Higashi Shogakko"}]})", "ne",
                 "ठाउँ: Higashi Shogakko (東小学校)"},
           shown{R"({"place":[{"name":"東小学校"}]})", "en", "Place: 東小学校"},
       })
    check(row);
}

TEST_CASE("periods follow the pack's conventions and name the day once") {
  const char* one_day = R"({"period":{"from":"2026-07-01T01:00:00Z","to":"2026-07-01T16:00:00+09:00"}})";
  const char* days = R"({"period":{"from":"2026-07-01T10:00:00+09:00","to":"2026-07-03T16:30:00+09:00"}})";
  const char* from = R"({"period":{"from":"2026-07-01T10:00:00+09:00"}})";
  const char* to = R"({"period":{"to":"2026-07-01T15:05:00+09:00"}})";
  for (const shown& row : {
           shown{one_day, "ja", "期間：2026年7月1日（水） 10時00分から16時00分まで"},
           shown{one_day, "ja-simple", "いつ：2026年 7月 1日（水） 午前 10時から 午後 4時まで"},
           shown{one_day, "en", "When: 10:00 to 16:00, Wednesday, 1 July 2026"},
           shown{one_day, "ar", "الفترة: \u2068الأربعاء، 1 يوليو 2026، من 10:00 إلى 16:00\u2069"},
           shown{one_day, "ne", "अवधि: २०२६ जुलाई १, बुधबार, १०:०० देखि १६:०० सम्म"},
           shown{days, "en", "When: 10:00, Wednesday, 1 July 2026 to 16:30, Friday, 3 July 2026"},
           shown{from, "en", "When: from 10:00, Wednesday, 1 July 2026"},
           shown{to, "ja-simple", "いつ：2026年 7月 1日（水） 午後 3時 5分まで"},
           shown{to, "ar", "الفترة: \u2068حتى الأربعاء، 1 يوليو 2026، 15:05\u2069"},
       })
    check(row);
}

TEST_CASE("numbers keep the pack's digits, plural forms and qualifiers") {
  for (const shown& row : {
           shown{R"({"people":0})", "en", "nobody"},
           shown{R"({"people":1})", "en", "1 person"},
           shown{R"({"people":1112})", "en", "1,112 people"},
           shown{R"({"people":1112})", "ja", "1,112人"},
           shown{R"({"people":0})", "ar", "لا أحد"},
           shown{R"({"people":2})", "ar", "شخصان"},
           shown{R"({"people":3})", "ar", "\u20673\u2069 أشخاص"},
           shown{R"({"people":11})", "ar", "\u206711\u2069 شخصا"},
           shown{R"({"people":100})", "ar", "\u2067100\u2069 شخص"},
           shown{R"({"people":100})", "ne", "१०० व्यक्ति"},
           shown{R"({"people":{"value":300,"qualifier":"more_than"}})", "en", "more than 300 people"},
           shown{R"({"people":{"described":"unknown"}})", "en", "not known people"},
           shown{R"({"people":2.5})", "en", "2.5 people"},
       })
    check(row);
}

TEST_CASE("money names its currency in full") {
  const char* yen = R"({"money":{"amount":30000,"currency":"JPY"}})";
  for (const shown& row : {
           shown{yen, "ja", "金額：30,000円"},
           shown{yen, "ja-simple", "お金：30,000円"},
           shown{yen, "en", "Amount: 30,000 Japanese yen"},
       })
    check(row);
}

TEST_CASE("languages and typed texts stand in the reader's language, or in Japanese marked as Japanese") {
  const char* note = R"({"note":{"ja":"受付へ","en":"Ask the desk"}})";
  for (const shown& row : {
           shown{R"({"languages":["vi","ko"]})", "ja", "言語：ベトナム語、韓国・朝鮮語"},
           shown{R"({"languages":["vi","ko"]})", "en", "Languages: Vietnamese, Korean"},
           shown{note, "en", "Note: Ask the desk"},
           shown{note, "ne", "टिप्पणी: 受付へ"},
           shown{R"({"note":"受付へ"})", "en", "Note: 受付へ"},
       })
    check(row);
  auto text = rendered_text("all", note, "ne");
  CHECK(text.body.back().back() == words::run{"受付へ", "ja", words::direction::ltr, {}, "note"});
  CHECK(text.problems == std::vector<words::text_problem>{{"not_translated", "note", "受付へ"}});
}

TEST_CASE("the center's contact comes from the center, others as they were typed") {
  for (const shown& row : {
           shown{R"({"contact":"center"})", "en", "Contact: Support Center, 044-455-8811, 09:00 to 17:30"},
           shown{R"({"contact":"center"})", "ja",
                 "連絡先：災害多言語支援センター、044-455-8811、9時00分から17時30分まで"},
           shown{R"({"contact":{"name":"水道局","phone":"044-200-3100"}})", "en",
                 "Contact: 水道局, 044-200-3100"},
       })
    check(row);
}

TEST_CASE("a switch chooses between the branches of select") {
  CHECK(body("all", R"({"open":true})", "en") == "It is open.");
  CHECK(body("all", R"({})", "en") == "It is closed.");
}

TEST_CASE("times are those of the center's time zone") {
  auto there = context();
  there.time_zone = "America/Sao_Paulo";
  auto text = rendered_text("all", R"({"period":{"from":"2026-07-01T10:00:00+09:00"}})", "en", there);
  CHECK(words::to_plain(text.body.back(), text.direction) == "When: from 22:00, Tuesday, 30 June 2026");
}

TEST_CASE("an unknown time zone is an error of the caller") {
  auto nowhere = context();
  nowhere.time_zone = "Asia/Nowhere";
  CHECK_THROWS_AS(rendered_text("all", R"({"people":1})", "en", nowhere), std::invalid_argument);
}

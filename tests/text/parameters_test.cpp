#include "server/model/json.hpp"
#include "server/text/parameters.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;

// "field code" of every mistake, in order.
static std::string mistakes(std::string_view topic, std::string_view parameters) {
  auto given =
      words::check_parameters(fixture(), *fixture().find_topic(topic), json::parse(parameters).value());
  if (given) return "none";
  CHECK(given.error().code == refusal_code::invalid);
  std::string out;
  for (const auto& each : given.error().errors) {
    CHECK(!each.detail.empty());
    out += (out.empty() ? "" : ", ") + each.field + " " + each.code;
  }
  return out;
}

TEST_CASE("all wrong fields are told at once, each with its path") {
  CHECK(mistakes(
            "quake",
            R"({"at":"yesterday","intensity":"nine","areas":["14131","99999"],"after":"yes","colour":1})") ==
        "parameters.at format, parameters.intensity unknown, parameters.areas[1] unknown, parameters.after "
        "type, "
        "parameters.colour unknown");
  CHECK(mistakes("quake", "{}") ==
        "parameters.at required, parameters.intensity required, parameters.areas required");
  CHECK(mistakes("quake", "[]") == "parameters type");
}

TEST_CASE("each type takes its one form and says what is wrong with any other") {
  struct row {
    std::string parameters, mistakes;
  };
  for (
      const row& each : {
          row{R"({"place":["city-hall",{"name":"東小学校"}]})", "none"},
          row{R"({"place":["nowhere"]})", "parameters.place[0] unknown"},
          row{R"({"place":"city-hall"})", "parameters.place type"},
          row{R"({"place":[{"romanised":"x"}]})", "parameters.place[0].name required"},
          row{R"({"place":[{"name":"x","colour":1}]})", "parameters.place[0].colour unknown"},
          row{R"({"place":["city-hall","city-hall"]})", "parameters.place[1] duplicate"},
          row{R"({"period":{"from":"2026-07-01T10:00:00Z"}})", "none"},
          row{R"({"period":{"from":"2026-07-01T10:00:00Z","to":"2026-07-01T10:00:00Z"}})",
              "parameters.period range"},
          row{R"({"period":{"from":"2026-07-01T10:00:00Z","to":"2026-06-01T10:00:00Z"}})",
              "parameters.period range"},
          row{R"({"period":{}})", "parameters.period required"},
          row{R"({"period":{"from":"now"}})", "parameters.period.from format"},
          row{R"({"people":0})", "none"},
          row{R"({"people":-1})", "parameters.people range"},
          row{R"({"people":{"value":-0.5,"qualifier":"more_than"}})", "parameters.people.value range"},
          row{R"({"people":"3"})", "parameters.people type"},
          row{R"({"people":1e300})", "parameters.people range"},
          row{R"({"people":{"value":3,"qualifier":"more_than"}})", "none"},
          row{R"({"people":{"value":3,"qualifier":"nearly"}})", "parameters.people.qualifier unknown"},
          row{R"({"people":{"value":3,"qualifier":"unknown"}})", "parameters.people.qualifier unknown"},
          row{R"({"people":{"described":"unknown"}})", "none"},
          row{R"({"people":{"described":"more_than"}})", "parameters.people.described unknown"},
          row{R"({"people":{"value":3,"described":"unknown"}})", "parameters.people required"},
          row{R"({"people":{}})", "parameters.people required"},
          row{R"({"money":{"amount":1,"currency":"JPY"}})", "none"},
          row{R"({"money":{"amount":1,"currency":"ABC"}})", "parameters.money.currency unknown"},
          row{R"({"money":{"amount":-1,"currency":"yen"}})",
              "parameters.money.amount range, parameters.money.currency unknown"},
          row{R"({"money":5})", "parameters.money type"},
          row{R"({"contact":"center"})", "none"},
          row{R"({"contact":"mayor"})", "parameters.contact unknown"},
          row{R"({"contact":{"name":"x","phone":"０４４－１２３","url":"https://a.jp/?b=c","hours":{"from":"09:00","to":"17:00"}}})",
              "none"},
          row{R"({"contact":{"name":"x","phone":"call me"}})", "parameters.contact.phone format"},
          row{R"-({"contact":{"name":"x","url":"javascript:alert(1)"}})-", "parameters.contact.url format"},
          row{R"({"contact":{"name":"x","url":"https://a.jp/ b"}})", "parameters.contact.url format"},
          row{R"({"contact":{"name":"x","hours":{"from":"9:00","to":"25:00"}}})",
              "parameters.contact.hours.from format, parameters.contact.hours.to format"},
          row{R"({"contact":{"phone":"119"}})", "parameters.contact.name required"},
          row{R"({"languages":["vi","ko"]})", "none"},
          row{R"({"languages":["vi","xx"]})", "parameters.languages[1] unknown"},
          row{R"({"languages":["vi","vi"]})", "parameters.languages[1] duplicate"},
          row{R"({"note":"受付へ"})", "none"},
          row{R"({"note":{"ja":"受付へ","en":"Ask","vi":"x"}})", "parameters.note.vi unknown"},
          row{R"({"note":{"en":"Ask"}})", "parameters.note.ja required"},
          row{R"({"note":""})", "none"},
          row{R"({"note":"a\u0007b"})", "parameters.note format"},
          row{R"({"note":"a\u0000b"})", "parameters.note format"},
          row{R"({"note":"a\u202Eb"})", "none"},
          row{R"({"note":["a"]})", "parameters.note type"},
          row{R"({"place":null,"note":null})", "none"},
      }) {
    INFO(each.parameters);
    CHECK(mistakes("all", each.parameters) == each.mistakes);
  }
}

TEST_CASE("a text may be as long as the topic lets it be, in characters") {
  std::string longest;
  for (int i = 0; i < 60; ++i) longest += "災";
  CHECK(mistakes("all", R"({"note":")" + longest + R"("})") == "none");
  CHECK(mistakes("all", R"({"note":")" + longest + R"(害"})") == "parameters.note too_long");
  CHECK(mistakes("all", R"({"note":{"ja":"a","en":")" + longest + R"(害"}})") ==
        "parameters.note.en too_long");
}

TEST_CASE("a number has the largest value that its topic says, and a time that has happened is not to come") {
  auto quake = [](const std::string& at, const std::string& magnitude) {
    return R"({"at":")" + at + R"(","intensity":"five_upper","areas":["14131"],"magnitude":)" + magnitude +
           "}";
  };
  CHECK(mistakes("quake", quake("2011-03-11T05:46:00Z", "10")) == "none");
  CHECK(mistakes("quake", quake("2011-03-11T05:46:00Z", "10.1")) == "parameters.magnitude range");
  const auto& topic = *fixture().find_topic("quake");
  auto later = json::parse(quake("2011-03-11T05:46:00Z", "9")).value();
  auto by_clock = [&](std::string_view now) {
    return words::check_parameters(fixture(), topic, later, "parameters", *from_rfc3339(now));
  };
  CHECK(by_clock("2011-03-11T05:36:00Z").has_value()); // clocks differ
  auto ahead = by_clock("2011-03-11T05:35:59Z");
  REQUIRE(ahead.has_error());
  CHECK(ahead.error().errors.at(0).field == "parameters.at");
  CHECK(ahead.error().errors.at(0).code == "range");
}

TEST_CASE("a list has its limit") {
  std::string many = R"("14131")";
  for (int i = 0; i < 50; ++i) many += R"(,{"text":"地区)" + std::to_string(i) + R"("})";
  CHECK(mistakes("quake", R"({"at":"2011-03-11T05:46:00Z","intensity":"five_upper","areas":[)" + many +
                              "]}") == "parameters.areas too_many");
}

TEST_CASE("switches have the topic's default until they are given") {
  const auto& topic = *fixture().find_topic("all");
  CHECK(words::check_parameters(fixture(), topic, json::parse("{}").value())->switches.at("open") == false);
  CHECK(words::check_parameters(fixture(), topic, json::parse(R"({"open":true})").value())
            ->switches.at("open"));
}

#include "server/model/json.hpp"
#include "tests/roster/words.hpp"
#include "tests/support/files.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace kotobashi;

namespace {
std::optional<roster::roster_reading> sample() {
  auto file = test::sample("roster/roster-cp932.csv");
  if (!file) return std::nullopt;
  return test::imported(test::read_file(*file));
}

std::string as_json(const roster::roster_reading& read, std::string_view number) {
  auto at =
      std::ranges::find_if(read.volunteers, [&](const auto& one) { return one.number.value == number; });
  REQUIRE(at != read.volunteers.end());
  return json::write_string(*at);
}
bool same(const std::string& a, std::string_view b) {
  return boost::json::parse(a) == boost::json::parse({b.data(), b.size()});
}
} // namespace

TEST_CASE("the office's roster: its charset is found, 48 people are taken, 5 rows are not, one is blank") {
  auto read = sample();
  if (!read) return;
  CHECK(read->outcome.charset == "CP932");
  CHECK(read->outcome.accepted == 48);
  CHECK(read->volunteers.size() == 48);
  CHECK(read->outcome.blank == 1);
  REQUIRE(read->outcome.rejected.size() == 5);
  auto at = [&](std::size_t i) {
    const auto& row = read->outcome.rejected[i];
    return std::to_string(row.line) + " " + row.field + " " + row.code;
  };
  CHECK(at(0) == "62 氏名 duplicate");
  CHECK(at(1) == "63 言語 unknown");
  CHECK(at(2) == "64 氏名 required");
  CHECK(at(3) == "66 資格有効期限 range");
  CHECK(at(4) == "67  short_row");
  CHECK(read->outcome.rejected[0].detail == "this is who stands on line 5: the same name and date of birth");
  CHECK(read->outcome.rejected[1].detail.starts_with("\"エルフ語(母語)\" is no language"));
  CHECK(read->outcome.rejected[3].detail == "\"2026/13/45\": there is no month 13");
  CHECK(read->outcome.rejected[4].detail ==
        "this row has 12 of 16 columns; from \"資格\" on they are missing");
}

TEST_CASE("people of the office's roster, cell by cell") {
  auto read = sample();
  if (!read) return;
  CHECK(same(as_json(*read, "V001"), R"({"number": "V001", "name": "模擬 九重", "kana": "モギ ココノエ",
    "phone": "090-0000-0000", "area": "中原区",
    "spoken": [{"language": "ru", "level": "intermediate"}, {"language": "km", "level": "intermediate"}, {"language": "fil", "level": "native"}],
    "written": [{"language": "ru", "level": "intermediate"}, {"language": "km", "level": "intermediate"}, {"language": "fil", "level": "native"}],
    "does": ["interpret"], "specialties": ["medical", "legal"], "qualification": "JLPT N1", "note": "夜間は電話のみ"})"));
  CHECK(same(as_json(*read, "V002"),
             R"json({"number": "V002", "name": "架空　十和", "kana": "カクウ トワ", "gender": "female",
    "birth_date": "1976-02-02", "phone": "090-0000-0001", "email": "v002@example.jp", "area": "川崎区",
    "spoken": [{"language": "km", "level": "native"}], "written": [{"language": "km", "level": "native"}],
    "does": ["interpret", "accompany"], "specialties": ["legal"], "hours": "いつでも", "qualification": "JLPT N1",
    "qualification_until": "2027-03-31", "insured": false, "note": "=HYPERLINK(\"http://example.invalid\")"})json"));
  CHECK(same(as_json(*read, "V011"),
             R"({"number": "V011", "name": "練習　九重", "kana": "レンシュウ ココノエ", "gender": "female",
    "birth_date": "1989-11-11", "phone": "090-0000-0010", "email": "v011@example.jp", "area": "川崎区",
    "spoken": [{"language": "zh", "level": "advanced"}], "written": [{"language": "zh-Hans", "level": "advanced"}],
    "does": ["interpret"], "specialties": ["childcare"], "hours": "毎日18時～22時", "qualification": "JLPT N1",
    "qualification_until": "2027-03-31", "insured": true})"));
  CHECK(same(as_json(*read, "V016"),
             R"({"number": "V016", "name": "架空 八雲", "kana": "カクウ ヤクモ", "gender": "other",
    "phone": "090-0000-0015", "email": "v016@example.jp", "area": "宮前区",
    "spoken": [{"language": "zh", "level": "native"}],
    "written": [{"language": "zh-Hans", "level": "native"}, {"language": "zh-Hant", "level": "daily"}],
    "does": ["interpret", "translate"], "specialties": ["childcare"], "hours": "いつでも", "qualification": "JLPT N1",
    "qualification_until": "2025-12-31", "insured": true, "note": "小さい子どもがいるため、在宅のみ\n長距離は不可"})"));
}

TEST_CASE("the formulas of the office's roster are warned of, and people of one name") {
  auto read = sample();
  if (!read) return;
  std::vector<int> formulas, namesakes;
  for (const auto& each : read->outcome.warnings) {
    if (each.code == "formula") {
      CHECK(each.field == "備考");
      formulas.push_back(each.line);
    }
    if (each.code == "same_name") namesakes.push_back(each.line);
  }
  CHECK(formulas == std::vector<int>{3, 12, 15, 16, 40, 45});
  CHECK(namesakes == std::vector<int>{12, 16, 46, 52, 53, 55, 60});
  CHECK(read->outcome.warnings.size() == 13);
}

TEST_CASE("the office's roster a second time adds nobody") {
  auto file = test::sample("roster/roster-cp932.csv");
  if (!file) return;
  auto bytes = test::read_file(*file);
  std::vector<volunteer> existing;
  for (const auto& each : test::imported(bytes).volunteers) existing.push_back(test::stored(each));
  auto again = test::imported(bytes, existing);
  CHECK(again.outcome.accepted == 0);
  CHECK(again.outcome.rejected.size() == 53);
  CHECK(again.outcome.rejected[0].detail == "the person who the roster already has as V001 has this number");
}

TEST_CASE("the office's roster, exported, imports to the same") {
  auto read = sample();
  if (!read) return;
  std::vector<volunteer> people;
  for (const auto& each : read->volunteers) people.push_back(test::stored(each));
  auto exported = roster::write_roster(people, test::words());
  auto again = test::imported(exported);
  CHECK(again.outcome.charset == "UTF-8");
  CHECK(again.outcome.rejected.empty());
  REQUIRE(again.volunteers.size() == 48);
  for (std::size_t i = 0; i < people.size(); ++i)
    CHECK(json::write_string(test::stored(again.volunteers[i])) == json::write_string(people[i]));
}

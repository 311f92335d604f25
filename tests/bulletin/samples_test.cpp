#include "server/bulletin/telegram.hpp"
#include "server/domain/trigger.hpp"
#include "server/model/json.hpp"
#include "tests/bulletin/examples.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <algorithm>

// JMA's own sample telegrams.
using namespace kotobashi;
using bulletins::read_telegram;

namespace {
intensity of(const domain::telegram& told, std::string_view code) {
  auto at = std::ranges::find(told.municipalities, code, &domain::coded_intensity::code);
  REQUIRE(at != told.municipalities.end());
  return at->intensity;
}
const instant in_2011 = *from_rfc3339("2011-03-11T14:55:00+09:00");
} // namespace

TEST_CASE("the telegram of 2011-03-11 14:46 is read: times, hypocentre, magnitude without a number, wards of "
          "Kawasaki") {
  auto file = test::sample("jma/32-39_11_05_240613_VXSE53.xml");
  if (!file) return;
  auto read = read_telegram(test::read_file(*file));
  REQUIRE(read.has_value());
  CHECK(read->kind == bulletin_kind::intensity);
  CHECK(read->status == bulletin_status::normal);
  CHECK(read->action == bulletin_action::issued);
  CHECK(read->title == "震源・震度に関する情報");
  CHECK(read->issuer == "気象庁");
  CHECK(read->event_id == "20110311144640");
  CHECK(read->serial == "1");
  CHECK(to_rfc3339(read->reported_at) == "2011-03-11T05:54:00Z");
  CHECK(to_rfc3339(read->occurred_at.value()) == "2011-03-11T05:46:00Z");
  CHECK(read->hypocentre == "三陸沖");
  CHECK(read->magnitude == domain::measure{8, "more_than", ""});
  CHECK(read->outlook == domain::tsunami_outlook::possible);
  CHECK(of(*read, "1413100") == intensity::five_upper);
  CHECK(of(*read, "1413200") == intensity::five_lower);
  CHECK(of(*read, "1413300") == intensity::five_lower);
  CHECK(of(*read, "1413400") == intensity::four);
  CHECK(of(*read, "1413500") == intensity::four);
  CHECK(of(*read, "1413600") == intensity::five_lower);
  CHECK(of(*read, "1413700") == intensity::four);
  CHECK(of(*read, "0421300") == intensity::seven);
  auto region = std::ranges::find(read->regions, "360", &domain::coded_intensity::code);
  REQUIRE(region != read->regions.end());
  CHECK(region->intensity == intensity::five_upper);
}

TEST_CASE("the telegram of 2011-03-11 14:46 meets Kawasaki's trigger and offers two topics, filled in") {
  auto file = test::sample("jma/32-39_11_05_240613_VXSE53.xml");
  if (!file) return;
  auto read = read_telegram(test::read_file(*file));
  REQUIRE(read.has_value());
  auto reply = domain::suggest(*read, test::kawasaki(), in_2011);
  CHECK(json::write(reply.areas) == test::json(R"([
    {"code": "14131", "intensity": "five_upper"}, {"code": "14132", "intensity": "five_lower"},
    {"code": "14133", "intensity": "five_lower"}, {"code": "14134", "intensity": "four"},
    {"code": "14135", "intensity": "four"}, {"code": "14136", "intensity": "five_lower"},
    {"code": "14137", "intensity": "four"}])"));
  CHECK(reply.activation_suggested);
  CHECK(reply.mode == activation_mode::actual);
  CHECK_FALSE(reply.old);
  CHECK(json::write(reply.suggestions) == test::json(R"([
    {"template": "earthquake", "parameters": {"occurred_at": "2011-03-11T05:46:00Z", "areas": ["14131"],
      "intensity": "five_upper", "magnitude": {"value": 8.0, "qualifier": "more_than"}, "tsunami": "possible"}},
    {"template": "more_earthquakes", "parameters": {"intensity": "five_upper",
      "period": {"from": "2011-03-11T05:46:00Z", "to": "2011-03-18T05:46:00Z"}}}])"));
}

TEST_CASE("the telegram of 2011 read today is old") {
  auto file = test::sample("jma/32-39_11_05_240613_VXSE53.xml");
  if (!file) return;
  auto read = read_telegram(test::read_file(*file));
  REQUIRE(read.has_value());
  auto reply = domain::suggest(*read, test::kawasaki(), *from_rfc3339("2026-11-24T09:00:00+09:00"));
  CHECK(reply.old);
  CHECK(reply.activation_suggested);
}

TEST_CASE("JMA's drill telegram offers a drill and nothing else") {
  auto file = test::sample("jma/32-35_01_03_240613_VXSE53.xml");
  if (!file) return;
  auto read = read_telegram(test::read_file(*file));
  REQUIRE(read.has_value());
  CHECK(read->status == bulletin_status::drill);
  CHECK(read->magnitude == domain::measure{5.9, "", ""});
  CHECK(read->hypocentre == "駿河湾");
  CHECK(read->outlook == domain::tsunami_outlook::none);
  CHECK(of(*read, "1413100") == intensity::three);
  auto reply = domain::suggest(*read, test::kawasaki(), *from_rfc3339("2009-10-01T14:00:00+09:00"));
  CHECK(reply.mode == activation_mode::drill);
  CHECK(reply.activation_suggested);
  REQUIRE(reply.suggestions.size() == 2);
  CHECK(reply.suggestions[0].parameters.at("intensity") == "three");
  CHECK(reply.suggestions[0].parameters.at("tsunami") == "none");
}

TEST_CASE("JMA's flash report names regions and no municipality") {
  auto file = test::sample("jma/32-35_04_05_100831_VXSE51.xml");
  if (!file) return;
  auto read = read_telegram(test::read_file(*file));
  REQUIRE(read.has_value());
  CHECK(read->kind == bulletin_kind::intensity_flash);
  CHECK(read->serial == "");
  CHECK(to_rfc3339(read->occurred_at.value()) == "2010-01-25T07:15:00Z");
  CHECK(read->municipalities.empty());
  CHECK(read->regions.size() == 6);
  auto reply = domain::suggest(*read, test::kawasaki(), *from_rfc3339("2010-01-25T16:30:00+09:00"));
  CHECK(reply.areas.empty());
  CHECK(reply.suggestions.empty());
  CHECK_FALSE(reply.activation_suggested);
}

TEST_CASE("JMA's cancellation is read as one and takes back what its event offered") {
  auto file = test::sample("jma/32-35_06_06_100915_VXSE53.xml");
  if (!file) return;
  auto read = read_telegram(test::read_file(*file));
  REQUIRE(read.has_value());
  CHECK(read->action == bulletin_action::cancelled);
  CHECK(read->serial == "3");
  bulletin before;
  before.id = {"018f0000-0000-7000-8000-000000000001"};
  before.kind = bulletin_kind::intensity;
  before.event_id = "20080614084350";
  before.serial = "2";
  before.title = "震源・震度に関する情報";
  before.reported_at = *from_rfc3339("2008-06-14T08:58:00+09:00");
  std::vector known{before};
  auto reply = domain::suggest(*read, test::kawasaki(), *from_rfc3339("2008-06-14T09:10:00+09:00"), known);
  CHECK(reply.withdraws == std::vector<std::string>{"018f0000-0000-7000-8000-000000000001"});
  CHECK(reply.suggestions.empty());
  CHECK_FALSE(reply.mode.has_value());
}

TEST_CASE("JMA's tsunami telegram: coasts with category, height in words and time of arrival") {
  auto file = test::sample("jma/32-39_11_02_250206_VTSE41.xml");
  if (!file) return;
  auto read = read_telegram(test::read_file(*file));
  REQUIRE(read.has_value());
  CHECK(read->kind == bulletin_kind::tsunami);
  auto at = [&](std::string_view code) {
    return *std::ranges::find(read->tsunami, code, &domain::tsunami_forecast::code);
  };
  CHECK(at("210").category == domain::tsunami_category::major_warning);
  CHECK(at("210").height == domain::measure{{}, "", "huge"});
  CHECK_FALSE(at("210").arrival.has_value());
  CHECK(at("210").arrival_described == "津波到達中と推測");
  CHECK(at("300").category == domain::tsunami_category::warning);
  CHECK(at("300").height == domain::measure{{}, "", "high"});
  CHECK(to_rfc3339(at("300").arrival.value()) == "2011-03-11T06:30:00Z");
  CHECK(at("330").category == domain::tsunami_category::advisory);
  CHECK_FALSE(at("330").height.has_value());
  CHECK(at("312").category == domain::tsunami_category::forecast);
}

TEST_CASE("a slight change of the sea at our coast is no tsunami topic, whatever happens elsewhere") {
  auto file = test::sample("jma/32-39_11_02_250206_VTSE41.xml");
  if (!file) return;
  auto read = read_telegram(test::read_file(*file));
  REQUIRE(read.has_value());
  auto reply = domain::suggest(*read, test::kawasaki(), in_2011);
  CHECK(reply.suggestions.empty());
  CHECK_FALSE(reply.activation_suggested);
  auto yokosuka = test::kawasaki();
  yokosuka.tsunami_coasts = {{"330", "相模湾・三浦半島", {"14137"}}};
  CHECK(json::write(domain::suggest(*read, yokosuka, in_2011).suggestions) ==
        test::json(R"([{"template": "tsunami",
    "parameters": {"areas": ["14137"], "tsunami_warning": "advisory", "arrival_at": "2011-03-11T06:30:00Z"}}])"));
}

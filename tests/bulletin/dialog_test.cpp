#include "server/bulletin/telegram.hpp"
#include "server/domain/trigger.hpp"
#include "server/model/json.hpp"
#include "tests/bulletin/examples.hpp"

#include <doctest/doctest.h>

#include <string>

// The short dialog: the first news is usually the radio.
using namespace kotobashi;
using domain::from_dialog;
using domain::suggest;

namespace {
const instant now = *from_rfc3339("2030-01-01T09:10:00+09:00");
const instant nine = *from_rfc3339("2030-01-01T09:00:00+09:00");

dialog_bulletin heard(std::vector<area_intensity> areas) {
  dialog_bulletin input;
  input.hazard = hazard::earthquake;
  input.occurred_at = nine;
  input.areas = std::move(areas);
  return input;
}

bulletin_reply reply_to(const dialog_bulletin& input) {
  auto told = from_dialog(input, test::kawasaki(), now);
  REQUIRE(told.has_value());
  return suggest(*told, test::kawasaki(), now);
}
} // namespace

TEST_CASE(
    "the dialog offers what a telegram with the same values offers, but for what only the telegram knows") {
  std::string cities = test::city("川崎川崎区", "1413100", "<MaxInt>5+</MaxInt>") +
                       test::city("川崎幸区", "1413200", "<MaxInt>5-</MaxInt>");
  auto told = bulletins::read_telegram(test::telegram_xml({.body = test::intensity_body(cities)}));
  REQUIRE(told.has_value());
  auto by_telegram = suggest(*told, test::kawasaki(), now);
  auto by_dialog = reply_to(heard({{"14132", intensity::five_lower}, {"14131", intensity::five_upper}}));
  CHECK(json::write(by_dialog.areas) == json::write(by_telegram.areas));
  CHECK(by_dialog.activation_suggested == by_telegram.activation_suggested);
  CHECK(by_dialog.mode == by_telegram.mode);
  REQUIRE(by_dialog.suggestions.size() == by_telegram.suggestions.size());
  by_telegram.suggestions[0].parameters.get_object().erase("magnitude");
  by_dialog.suggestions[0].parameters.get_object().erase("tsunami");
  CHECK(json::write(by_dialog.suggestions) == json::write(by_telegram.suggestions));
}

TEST_CASE("not known is a value: the topics are offered, opening is not") {
  auto reply = reply_to(heard({{"14131", intensity::unknown}}));
  CHECK(json::write(reply.suggestions) == test::json(R"([
    {"template": "earthquake", "parameters": {"occurred_at": "2030-01-01T00:00:00Z", "areas": ["14131"], "intensity": "unknown",
      "tsunami": "not_known"}},
    {"template": "more_earthquakes", "parameters": {"period": {"from": "2030-01-01T00:00:00Z", "to": "2030-01-08T00:00:00Z"}}}])"));
  CHECK_FALSE(reply.activation_suggested);
}

TEST_CASE("5 lower or more opens, as it does in a telegram") {
  auto reply = reply_to(heard({{"14131", intensity::five_lower_or_more_unknown}}));
  CHECK(reply.activation_suggested);
  CHECK(reply.mode == activation_mode::actual);
}

TEST_CASE("the radio may speak of the whole city, and nobody may know when it was") {
  auto input = heard({{"14130", intensity::six_lower}});
  input.occurred_at.reset();
  auto reply = reply_to(input);
  CHECK(reply.activation_suggested);
  CHECK_FALSE(reply.old);
  CHECK(reply.suggestions.at(0).parameters ==
        test::json(R"({"areas": ["14130"], "intensity": "six_lower", "tsunami": "not_known"})"));
  CHECK(reply.suggestions.at(1).parameters.at("period").at("from") == "2030-01-01T00:10:00Z");
}

TEST_CASE("a drill by dialog offers a drill") {
  auto input = heard({{"14131", intensity::six_lower}});
  input.drill = true;
  CHECK(reply_to(input).mode == activation_mode::drill);
}

TEST_CASE("a tsunami by dialog offers the topic with the coast's areas") {
  dialog_bulletin input;
  input.hazard = hazard::tsunami;
  CHECK(json::write(reply_to(input).suggestions) ==
        test::json(R"([{"template": "tsunami", "parameters": {"areas": ["14131"]}}])"));
}

TEST_CASE("a tsunami warning by dialog opens as one by telegram does, and its topic comes first") {
  auto input = heard({});
  input.hazard = hazard::tsunami;
  input.tsunami = tsunami_news::warning;
  auto reply = reply_to(input);
  CHECK(reply.activation_suggested);
  CHECK(json::write(reply.suggestions) == test::json(R"([{"template": "tsunami",
    "parameters": {"areas": ["14131"], "tsunami_warning": "warning"}}])"));
  input.hazard = hazard::earthquake;
  input.areas = {{"14130", intensity::four}};
  reply = reply_to(input);
  CHECK(reply.activation_suggested);
  CHECK(reply.suggestions.front().template_ == "earthquake");
  CHECK(reply.suggestions.front().parameters.at("tsunami") == "possible");
  CHECK(reply.suggestions.back().template_ == "tsunami");
  input.hazard = hazard::tsunami;
  CHECK(reply_to(input).suggestions.front().template_ == "tsunami");
}

TEST_CASE("without a tsunami warning, or below the one that decides, the trigger is not met") {
  dialog_bulletin input;
  input.hazard = hazard::tsunami;
  for (auto known : {tsunami_news::none, tsunami_news::advisory}) {
    input.tsunami = known;
    auto reply = reply_to(input);
    CHECK_FALSE(reply.activation_suggested);
    CHECK_FALSE(reply.undecided);
    CHECK(reply.suggestions.empty() == (known == tsunami_news::none));
  }
}

TEST_CASE("what decides and is not known leaves it undecided") {
  struct example {
    kotobashi::hazard of;
    std::optional<tsunami_news> warned;
    std::vector<area_intensity> areas;
    bool undecided;
  };
  using enum intensity;
  for (const auto& each : {
           example{hazard::earthquake, tsunami_news::none, {{"14131", four}}, true}, // six wards are missing
           example{hazard::earthquake, tsunami_news::none, {{"14131", four}, {"14130", unknown}}, true},
           example{hazard::earthquake, tsunami_news::none, {{"14130", four}}, false},
           example{hazard::earthquake, tsunami_news::unknown, {{"14130", four}}, true},
           example{hazard::earthquake, {}, {{"14130", six_lower}}, false}, // met
           example{hazard::tsunami, {}, {}, true},
           example{hazard::flood, {}, {}, true}, // the trigger does not speak of it
       }) {
    auto input = heard(each.areas);
    input.hazard = each.of;
    input.tsunami = each.warned;
    CAPTURE(json::write_string(input));
    CHECK(reply_to(input).undecided == each.undecided);
  }
}

TEST_CASE("another hazard offers no earthquake, also where the wards' intensities are given as not known") {
  auto input = heard({{"14131", intensity::unknown}});
  input.hazard = hazard::flood;
  CHECK(reply_to(input).suggestions.empty());
}

TEST_CASE("a tsunami warning does not go with a flood") {
  dialog_bulletin input;
  input.hazard = hazard::flood;
  input.tsunami = tsunami_news::warning;
  auto told = from_dialog(input, test::kawasaki(), now);
  REQUIRE(told.has_error());
  CHECK(told.error().errors.at(0).field == "tsunami");
}

TEST_CASE("an intensity does not go with a flood") {
  auto input = heard({{"14131", intensity::four}});
  input.hazard = hazard::flood;
  auto told = from_dialog(input, test::kawasaki(), now);
  REQUIRE(told.has_error());
  CHECK(told.error().errors.at(0).field == "areas");
}

TEST_CASE("areas of others, an area twice and a time to come are refused together") {
  auto input =
      heard({{"14131", intensity::four}, {"13111", intensity::four}, {"14131", intensity::five_lower}});
  input.occurred_at = *from_rfc3339("2030-01-01T10:00:00+09:00");
  auto told = from_dialog(input, test::kawasaki(), now);
  REQUIRE(told.has_error());
  CHECK(told.error().errors ==
        std::vector<field_error>{
            {"areas[1].code", "unknown", "\"13111\" is none of the center's areas"},
            {"areas[2].code", "duplicate", "this area stands there twice"},
            {"occurred_at", "range", "this time has not come yet; is the computer's clock right?"}});
}

TEST_CASE("the record keeps what was offered") {
  auto told = from_dialog(heard({{"14131", intensity::six_lower}}), test::kawasaki(), now);
  REQUIRE(told.has_value());
  auto reply = suggest(*told, test::kawasaki(), now);
  reply.id.value = "018f0000-0000-7000-8000-000000000001";
  auto record = domain::record_of(*told, reply, now);
  CHECK(record.id.value == "018f0000-0000-7000-8000-000000000001");
  CHECK(record.kind == bulletin_kind::dialog);
  CHECK(record.trigger_met);
  CHECK(record.suggestions.size() == 2);
  CHECK(record.occurred_at == nine);
}

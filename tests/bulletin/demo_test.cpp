#include "server/bulletin/telegram.hpp"
#include "server/domain/trigger.hpp"
#include "server/model/json.hpp"
#include "tests/bulletin/examples.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;

namespace {
bulletin_reply reply_to(std::string_view name) {
  auto told =
      bulletins::read_telegram(test::read_file(test::source_directory() / "scripts/demo-data" / name));
  if (told.has_error()) MESSAGE(told.error().detail);
  REQUIRE(told.has_value());
  return domain::suggest(*told, test::kawasaki(), told->reported_at);
}
} // namespace

TEST_CASE("the demo's telegram meets the trigger; a ward that sent no value has a notice of its own") {
  auto reply = reply_to("telegram.xml");
  CHECK(reply.activation_suggested);
  CHECK(reply.mode == activation_mode::actual);
  CHECK(json::write(reply.suggestions) == test::json(R"([
    {"template": "earthquake", "parameters": {"occurred_at": "2020-01-01T01:30:00Z", "areas": ["14131"], "intensity": "five_upper",
      "magnitude": 6.4, "tsunami": "none"}},
    {"template": "earthquake", "parameters": {"occurred_at": "2020-01-01T01:30:00Z", "areas": ["14133"],
      "intensity": "five_lower_or_more_unknown", "magnitude": 6.4, "tsunami": "none"}},
    {"template": "more_earthquakes", "parameters": {"intensity": "five_upper",
      "period": {"from": "2020-01-01T01:30:00Z", "to": "2020-01-08T01:30:00Z"}}}])"));
}

TEST_CASE("the demo's drill offers a drill, with a magnitude that is not known") {
  auto reply = reply_to("telegram-drill.xml");
  CHECK(reply.activation_suggested);
  CHECK(reply.mode == activation_mode::drill);
  CHECK(reply.suggestions.at(0).parameters.at("magnitude") == test::json(R"({"described": "unknown"})"));
}

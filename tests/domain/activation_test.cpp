#include "server/domain/activation.hpp"
#include "tests/support/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::domain;
using namespace std::chrono_literals;

namespace {
const instant noon = *from_rfc3339("2011-03-12T12:00:00+09:00");

new_activation wish(activation_mode mode) {
  new_activation input;
  input.title = "東日本大震災";
  input.mode = mode;
  return input;
}
} // namespace

TEST_CASE("a closed center opens") {
  auto made = open_center(wish(activation_mode::actual), {}, {}, {"a"}, noon);
  REQUIRE(made);
  CHECK(made->opened.state == activation_state::active);
  CHECK_FALSE(made->opened.on_site_open);
  CHECK_FALSE(made->ended_drill);
}

TEST_CASE("an open center does not open again") {
  activation real;
  real.mode = activation_mode::actual;
  for (auto mode : {activation_mode::actual, activation_mode::drill})
    CHECK(open_center(wish(mode), real, {}, {"b"}, noon).error().code == refusal_code::conflict);
}

TEST_CASE("a real disaster during a drill ends the drill in the same step, after a clear question") {
  activation drill;
  drill.mode = activation_mode::drill;
  drill.state = activation_state::active;
  auto input = wish(activation_mode::actual);
  CHECK(open_center(input, drill, {}, {"b"}, noon).error().errors[0].code == "drill_running");
  input.ends_drill = true;
  auto made = open_center(input, drill, {}, {"b"}, noon);
  REQUIRE(made);
  REQUIRE(made->ended_drill);
  CHECK(made->ended_drill->state == activation_state::closed);
  CHECK(made->opened.mode == activation_mode::actual);
}

TEST_CASE("what has not come yet is no time at which something happened") {
  auto input = wish(activation_mode::actual);
  input.occurred_at = noon + 10min;
  CHECK(open_center(input, {}, {}, {"a"}, noon));
  input.occurred_at = noon + 11min;
  auto refused = open_center(input, {}, {}, {"a"}, noon);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().errors[0].field == "occurred_at");
  bulletin why; // which has been asked about
  why.occurred_at = input.occurred_at;
  why.reported_at = noon;
  CHECK(open_center(input, {}, why, {"a"}, noon).error().errors[0].code == "future_bulletin");
  input.despite_age = true;
  CHECK(open_center(input, {}, why, {"a"}, noon));
  input = wish(activation_mode::drill);
  input.occurred_at = why.occurred_at;
  CHECK(open_center(input, {}, why, {"a"}, noon));
}

TEST_CASE("a drill's, an old or a cancelled telegram never opens the real center without a clear question") {
  auto input = wish(activation_mode::actual);
  bulletin why;
  why.reported_at = noon - 10min;
  CHECK(open_center(input, {}, why, {"a"}, noon));
  why.status = bulletin_status::drill;
  CHECK(open_center(input, {}, why, {"a"}, noon).error().errors[0].code == "drill_bulletin");
  CHECK(open_center(wish(activation_mode::drill), {}, why, {"a"}, noon));
  why.status = bulletin_status::normal;
  why.occurred_at = noon - 25h;
  CHECK(open_center(input, {}, why, {"a"}, noon).error().errors[0].code == "old_bulletin");
  why.occurred_at = noon + 10min;
  CHECK(open_center(input, {}, why, {"a"}, noon));
  why.occurred_at = noon + 11min;
  CHECK(open_center(input, {}, why, {"a"}, noon).error().errors[0].code == "future_bulletin");
  why.occurred_at = noon - 1h;
  why.reported_at = noon + 11min;
  CHECK(open_center(input, {}, why, {"a"}, noon).error().errors[0].code == "future_bulletin");
  why.reported_at = noon - 10min;
  why.withdrawn = true;
  CHECK(open_center(input, {}, why, {"a"}, noon).error().errors[0].code == "cancelled_bulletin");
  input.despite_age = true;
  CHECK(open_center(input, {}, why, {"a"}, noon));
}

TEST_CASE("the time of the disaster is the bulletin's where nobody says another") {
  bulletin why;
  why.reported_at = noon - 10min;
  why.occurred_at = noon - 14min;
  CHECK(open_center(wish(activation_mode::actual), {}, why, {"a"}, noon)->opened.occurred_at == noon - 14min);
  auto said = wish(activation_mode::actual);
  said.occurred_at = noon - 13min;
  CHECK(open_center(said, {}, why, {"a"}, noon)->opened.occurred_at == noon - 13min);
  CHECK_FALSE(open_center(wish(activation_mode::actual), {}, {}, {"a"}, noon)->opened.occurred_at);
}

TEST_CASE("closing stops dispatch, and happens once") {
  activation open;
  open.state = activation_state::active;
  open.on_site_open = true;
  auto done = close_center(open, noon);
  REQUIRE(done);
  CHECK(done->closed_at == noon);
  CHECK_FALSE(done->on_site_open);
  CHECK(close_center(*done, noon).error().code == refusal_code::center_closed);
  CHECK(set_dispatch(*done, {true, {}, {}}, noon).error().code == refusal_code::center_closed);
}

#include "server/domain/translation.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;

namespace {
const id<account> an{"an"}, binh{"binh"};
const instant now = from_rfc3339("2026-11-24T05:00:00Z").value();

translation of(translation_state state) {
  translation one;
  one.id = {"t"};
  one.language = "vi";
  one.source = "給水車が来ます";
  one.state = state;
  if (state == translation_state::claimed) one.claimed_by = an;
  if (state == translation_state::translated || state == translation_state::done) {
    one.translated_by = an;
    one.said = "Xe chở nước đến";
  }
  return one;
}

refusal_code code_of(const result<translation>& from) {
  REQUIRE(from.has_error());
  return from.error().code;
}
} // namespace

TEST_CASE("a text that one person has claimed is taken for the others, for an hour") {
  auto mine = domain::claim(of(translation_state::open), an, now);
  REQUIRE(mine.has_value());
  CHECK(mine->state == translation_state::claimed);
  CHECK(mine->claimed_until == now + std::chrono::hours(1));
  CHECK(mine->revision == 2);
  CHECK(code_of(domain::claim(*mine, binh, now)) == refusal_code::already_taken);
  CHECK(code_of(domain::submit(*mine, binh, "x", now)) == refusal_code::already_taken);
  CHECK(domain::claim(*mine, an, now + std::chrono::minutes(30))->claimed_until ==
        now + std::chrono::minutes(90));
}

TEST_CASE("what was claimed is given back by its holder or by staff") {
  auto one = of(translation_state::claimed);
  CHECK(code_of(domain::give_back(one, binh, false)) == refusal_code::already_taken);
  for (bool by_staff : {false, true}) {
    auto free = domain::give_back(one, by_staff ? binh : an, by_staff);
    REQUIRE(free.has_value());
    CHECK(free->state == translation_state::open);
    CHECK(free->claimed_by.empty());
    CHECK_FALSE(free->claimed_until);
  }
  CHECK(code_of(domain::give_back(of(translation_state::open), an, true)) == refusal_code::wrong_state);
}

TEST_CASE("a translator may mend their text until it is checked, and nobody else may") {
  auto said = domain::submit(of(translation_state::claimed), an, "Xe nước", now);
  REQUIRE(said.has_value());
  CHECK(said->state == translation_state::translated);
  CHECK(said->translated_by == an);
  CHECK(said->claimed_by.empty());
  CHECK(domain::submit(*said, an, "Xe chở nước", now)->said.value == "Xe chở nước");
  CHECK(code_of(domain::submit(*said, binh, "x", now)) == refusal_code::wrong_state);
  CHECK(code_of(domain::submit(of(translation_state::done), an, "x", now)) == refusal_code::wrong_state);
}

TEST_CASE("a claim that has lapsed does not lose what was typed: its holder may still send it") {
  auto lapsed = domain::lapse(of(translation_state::claimed));
  CHECK(domain::submit(lapsed, an, "Xe nước", now)->translated_by == an);
}

TEST_CASE("a second person checks, never the translator, and may correct") {
  auto one = of(translation_state::translated);
  CHECK(code_of(domain::check(one, an, true, {}, now)) == refusal_code::forbidden);
  auto right = domain::check(one, binh, false, {}, now);
  REQUIRE(right.has_value());
  CHECK(right->state == translation_state::done);
  CHECK(right->said.value == "Xe chở nước đến");
  CHECK(right->checked_by == binh);
  CHECK(domain::check(one, binh, false, "Xe nước đến", now)->said.value == "Xe nước đến");
  CHECK(code_of(domain::check(of(translation_state::claimed), binh, true, {}, now)) ==
        refusal_code::wrong_state);
}

TEST_CASE("what was checked is mended by staff alone") {
  auto done = of(translation_state::done);
  CHECK(code_of(domain::check(done, binh, false, "x", now)) == refusal_code::wrong_state);
  CHECK(domain::check(done, binh, true, "Xe nước", now)->said.value == "Xe nước");
}

TEST_CASE("a text counts as its state says") {
  CHECK(domain::status_of(of(translation_state::open)) == text_status::missing);
  CHECK(domain::status_of(of(translation_state::claimed)) == text_status::missing);
  CHECK(domain::status_of(of(translation_state::translated)) == text_status::drafted);
  CHECK(domain::status_of(of(translation_state::done)) == text_status::checked);
}

TEST_CASE("who writes the language may translate; who only speaks it may not") {
  volunteer person;
  person.state = volunteer_state::registered;
  person.spoken = {{"vi", level::native}};
  CHECK_FALSE(domain::may_translate(person, "vi"));
  person.written = {{"vi", level::daily}};
  CHECK(domain::may_translate(person, "vi"));
  CHECK_FALSE(domain::may_translate(person, "ne"));
  person.state = volunteer_state::suspended;
  CHECK_FALSE(domain::may_translate(person, "vi"));
}

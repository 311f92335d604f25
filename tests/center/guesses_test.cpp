#include "server/api/guesses.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::api;
using namespace std::chrono_literals;

namespace {
const instant noon = *from_rfc3339("2026-07-01T12:00:00Z");
}

TEST_CASE("ten wrong guesses within ten minutes close the door for ten") {
  guess_counter guesses;
  for (int i = 0; i < 9; ++i) guesses.failed("lead", noon);
  CHECK(guesses.closed_for("lead", noon) == 0us);
  guesses.failed("lead", noon + 1min);
  CHECK(guesses.closed_for("lead", noon + 1min) == 10min);
  CHECK(guesses.closed_for("lead", noon + 11min) == 0us);
  guesses.failed("lead", noon + 12min); // the first of others
  CHECK(guesses.closed_for("lead", noon + 12min) == 0us);
}

TEST_CASE("very many subjects neither end the counting nor fill the memory") {
  guess_counter guesses;
  for (int i = 0; i < 3; ++i) guesses.failed("lead", noon);
  for (std::size_t i = 0; i < guess_counter::most_subjects + 100; ++i)
    guesses.failed("invented " + std::to_string(i), noon + 1s);
  CHECK(guesses.subjects() == guess_counter::most_subjects);
  for (int i = 0; i < 7; ++i) guesses.failed("lead", noon + 2s);
  CHECK(guesses.closed_for("lead", noon + 2s) > 0us);
  for (int i = 0; i < 10; ++i) guesses.failed("a new one", noon + 3s);
  CHECK(guesses.closed_for("a new one", noon + 3s) > 0us);
}

TEST_CASE("a subscriber of IPv6 is one subject, and an IPv4 address in its disguise is the address") {
  CHECK(subject_at("2001:db8:1:2::1") == subject_at("2001:db8:1:2:ffff::9"));
  CHECK(subject_at("2001:db8:1:2::1") != subject_at("2001:db8:1:3::1"));
  CHECK(subject_at("::ffff:192.0.2.7") == subject_at("192.0.2.7"));
  CHECK(subject_at("192.0.2.7") != subject_at("192.0.2.8"));
}

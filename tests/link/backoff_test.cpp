#include "client/link/backoff.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using kotobashi::link::backoff;

TEST_CASE("pauses double up to the limit and begin anew after success") {
  backoff pauses(200ms, 1000ms, [] { return 1.0; });
  CHECK(pauses.next() == 200ms);
  CHECK(pauses.next() == 400ms);
  CHECK(pauses.next() == 800ms);
  CHECK(pauses.next() == 1000ms);
  CHECK(pauses.next() == 1000ms);
  pauses.reset();
  CHECK(pauses.next() == 200ms);
}

TEST_CASE("half of a pause is chance, never all of it") {
  double chance = 0;
  backoff pauses(200ms, 200ms, [&] { return chance; });
  CHECK(pauses.next() == 100ms);
  chance = 0.5;
  CHECK(pauses.next() == 150ms);
}

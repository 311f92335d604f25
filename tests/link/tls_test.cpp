#include "tests/link/desk.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using test::desk;
using test::running_center;

TEST_CASE("with the pin that the server prints, a client talks to it") {
  running_center center(true);
  CHECK(center.staff_url().starts_with("https://"));
  link::trust trusted;
  trusted.pinned = link::parse_pin(center.pin());
  REQUIRE(trusted.pinned);
  desk one(center, trusted);
  REQUIRE(one.sign_in());
  CHECK(one.get<link::answer>("/api/v1/center"));
}

TEST_CASE("another key than the pinned one is refused before anything is sent") {
  running_center center(true);
  link::trust trusted;
  trusted.pinned.emplace();
  trusted.pinned->digest.fill(7);
  desk one(center, trusted);
  auto got = one.sign_in();
  REQUIRE(got.has_error());
  CHECK(got.error().network == make_error_code(link::link_error::pin_mismatch));
}

TEST_CASE("without a pin the person is asked once, and the answer counts") {
  running_center center(true);
  for (bool answer : {true, false}) {
    CAPTURE(answer);
    std::vector<link::pin> shown;
    link::trust trusted;
    trusted.confirm = [&](const link::pin& key, const std::function<void(bool)>& say) {
      shown.push_back(key);
      say(answer);
    };
    desk one(center, trusted);
    auto got = one.sign_in();
    CHECK(got.has_value() == answer);
    if (!answer) CHECK(got.error().network == make_error_code(link::link_error::not_trusted));
    REQUIRE(shown.size() == 1);
    CHECK(to_string(shown[0]) == center.pin());
    if (answer) CHECK(one.get<link::answer>("/api/v1/center"));
    CHECK(shown.size() == 1);
  }
}

TEST_CASE("a server that nobody vouches for is not trusted") {
  running_center center(true);
  desk one(center);
  auto got = one.sign_in();
  REQUIRE(got.has_error());
  CHECK(got.error().network == make_error_code(link::link_error::not_trusted));
}

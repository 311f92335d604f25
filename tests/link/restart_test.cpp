#include "tests/link/desk.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using test::desk;
using test::running_center;

namespace {
std::vector<std::string> numbered(int count) {
  std::vector<std::string> out;
  for (int i = 1; i <= count; ++i) out.push_back("line " + std::to_string(i));
  return out;
}
} // namespace

TEST_CASE("a name and a password open a session, a wrong one is a refusal") {
  running_center center;
  desk one(center);
  auto wrong = one.sign_in(running_center::account, "not this one");
  REQUIRE(wrong.has_error());
  CHECK(wrong.error().is(refusal_code::unauthenticated));
  CHECK(one.link().now().session == link::session_state::signed_out);
  auto right = one.sign_in();
  REQUIRE(right);
  CHECK(right->account.name == running_center::account);
  CHECK(one.link().now().session == link::session_state::signed_in);
}

TEST_CASE("what was asked while the server was away is done once when it is back, in order") {
  running_center center;
  desk one(center);
  REQUIRE(one.sign_in());
  one.open_center();
  center.stop();
  int done = 0;
  for (const auto& each : numbered(5)) one.add_line(each, done);
  one.loop().until([&] { return one.link().now().reach == link::reach::away; });
  CHECK(one.link().unfinished().size() == 5);
  center.start();
  one.loop().until([&] { return done == 5; });
  CHECK(one.lines() == numbered(5));
  CHECK(one.link().unfinished().empty());
}

TEST_CASE("a server that is killed at work loses and doubles nothing that a client asked for") {
  running_center center;
  desk one(center);
  REQUIRE(one.sign_in());
  one.open_center();
  int done = 0;
  for (const auto& each : numbered(60)) one.add_line(each, done);
  for (int kills_at : {7, 23, 41}) {
    one.loop().until([&] { return done >= kills_at; });
    center.kill_hard();
    center.start();
  }
  one.loop().until([&] { return done == 60; });
  CHECK(one.lines() == numbered(60));
}

TEST_CASE("calls of an account whose session has ended wait until it signs in again") {
  running_center center;
  desk one(center), other(center);
  auto session = one.sign_in();
  REQUIRE(session);
  one.open_center();
  other.link().resume(*session);
  other.link().sign_out(); // the same session, from another window
  other.loop().until([&] { return other.link().now().session == link::session_state::signed_out; });

  bool ended = false;
  auto watch = one.link().status_changed.observe(
      [&](const link::status& now) { ended = ended || now.session == link::session_state::signed_out; });
  int done = 0, probes = 0;
  while (!ended) { // the other window's word may take a moment to arrive
    one.add_line("probe", probes);
    const int wanted = probes + 1;
    one.loop().until([&] { return ended || probes == wanted; });
  }
  one.add_line("after", done);
  CHECK(one.link().now().account->name == running_center::account);
  CHECK(done == 0);
  REQUIRE(one.sign_in());
  one.loop().until([&] { return done == 1; });
  CHECK(one.lines().back() == "after");
}

TEST_CASE("a call that may not wait for ever says that the server is away") {
  running_center center;
  desk one(center);
  REQUIRE(one.sign_in());
  center.stop();
  link::call what{.path = "/api/v1/center"};
  what.give_up_after = std::chrono::milliseconds(300);
  std::optional<link::outcome<link::answer>> got;
  one.link().send(what, [&](link::outcome<link::answer> how) { got = std::move(how); });
  one.loop().until([&] { return got.has_value(); });
  REQUIRE(got->has_error());
  CHECK_FALSE(got->error().refused);
  CHECK(got->error().network.failed());
}

TEST_CASE("the same key with another call is refused, with the same call it is done once") {
  running_center center;
  desk one(center);
  REQUIRE(one.sign_in());
  one.open_center();
  new_log_entry line;
  line.content = "once";
  link::call_options with_key;
  with_key.idempotency_key = "0190a6e0-0000-7000-8000-000000000001";
  auto first = one.post<log_entry>("/api/v1/log", line, with_key);
  auto second = one.post<log_entry>("/api/v1/log", line, with_key);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->id == second->id);
  line.content = "something else";
  auto third = one.post<log_entry>("/api/v1/log", line, with_key);
  REQUIRE(third.has_error());
  CHECK(third.error().is(refusal_code::idempotency_mismatch));
}

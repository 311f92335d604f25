#include "client/link/lane.hpp"
#include "tests/link/fakes.hpp"
#include "tests/link/show.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/error.hpp>
#include <doctest/doctest.h>

#include <map>

using namespace kotobashi;
using namespace kotobashi::link;
using test::scripted_transport;
using namespace std::chrono_literals;

std::string test::header(const http_request& of, std::string_view name) {
  for (const auto& [key, value] : of.headers)
    if (key == name) return value;
  return {};
}

namespace {
const boost::system::error_code hung_up = boost::asio::error::connection_reset;

signed_in session_of(const std::string& name, const std::string& token) {
  signed_in out;
  out.token = token;
  out.account.name = name;
  return out;
}

struct bench {
  boost::asio::io_context io{1};
  test::fake_surroundings around;
  scripted_transport over{io.get_executor()};
  session_keeper session;
  std::unique_ptr<link::alarm> wake = around.make_alarm(io.get_executor());
  int sessions_ended = 0;
  std::vector<boost::system::error_code> unreachable;
  std::map<call_id, std::vector<call_state>> states;
  lane under{over,
             *wake,
             around,
             session,
             {.changed = [this](const call_info& now) { states[now.id].push_back(now.state); },
              .answered = [] {},
              .unreachable = [this](boost::system::error_code why) { unreachable.push_back(why); },
              .session_ended = [this] { ++sessions_ended; }}};
  std::map<call_id, outcome<link::answer>> outcomes;
  std::map<call_id, monotonic> ended_at;

  bench() {
    boost::asio::co_spawn(io, under.run(), [](std::exception_ptr bug) {
      if (bug) std::rethrow_exception(bug);
    });
  }
  ~bench() {
    under.stop();
    io.restart();
    io.run();
  }

  void push(call_id id, const std::string& path, const std::string& account = {},
            std::optional<std::chrono::milliseconds> patience = {}) {
    pending one;
    one.info = {.id = id, .verb = verb::post, .path = path, .account = account};
    one.what = {
        .verb = verb::post, .path = path, .body = "{}", .idempotency_key = "key-" + std::to_string(id)};
    if (patience) one.give_up_at = around.now() + *patience;
    one.done = [this, id](outcome<link::answer> got) {
      outcomes.insert_or_assign(id, std::move(got));
      ended_at[id] = around.now();
    };
    under.push(std::move(one));
  }
  void settle() {
    io.restart();
    io.poll();
  }
  std::vector<std::string> targets() const {
    std::vector<std::string> out;
    for (const auto& each : over.asked) out.push_back(each.target);
    return out;
  }
};
} // namespace

TEST_CASE("changes go out one by one in the order in which they were made") {
  bench b;
  b.over.script = {scripted_transport::reply(201), scripted_transport::reply(200),
                   scripted_transport::reply(200)};
  b.push(1, "/a");
  b.push(2, "/b");
  b.push(3, "/c");
  b.settle();
  CHECK(b.targets() == std::vector<std::string>{"/a", "/b", "/c"});
  CHECK(b.outcomes.at(1)->status == 201);
  CHECK(b.states.at(2) == std::vector{call_state::waiting, call_state::sent, call_state::done});
}

TEST_CASE("a call whose reply was lost is sent again with the same key, before any other") {
  bench b;
  b.over.script = {scripted_transport::fail(hung_up), scripted_transport::fail(hung_up),
                   scripted_transport::reply(200), scripted_transport::reply(200)};
  b.push(1, "/a");
  b.push(2, "/b");
  b.settle();
  CHECK(b.targets() == std::vector<std::string>{"/a", "/a", "/a", "/b"});
  for (int i : {0, 1, 2})
    CHECK(test::header(b.over.asked[static_cast<std::size_t>(i)], "Idempotency-Key") == "key-1");
  CHECK(b.around.waits == std::vector<std::chrono::milliseconds>{200ms, 400ms});
  CHECK(b.unreachable == std::vector{hung_up, hung_up});
  CHECK(b.outcomes.at(1));
  CHECK(b.outcomes.at(2));
}

TEST_CASE("the pause that a busy server asks for is kept") {
  bench b;
  b.over.script = {scripted_transport::reply(503, "{}", 7s), scripted_transport::reply(200)};
  b.push(1, "/a");
  b.settle();
  CHECK(b.around.waits == std::vector<std::chrono::milliseconds>{7s});
  CHECK(b.outcomes.at(1));
}

TEST_CASE("a server that wants an hour's pause is asked after a minute") {
  bench b;
  b.over.script = {scripted_transport::reply(503, "{}", 3600s), scripted_transport::reply(200)};
  b.push(1, "/a");
  b.settle();
  CHECK(b.around.waits == std::vector<std::chrono::milliseconds>{60s});
}

TEST_CASE("a refusal ends its call and lets the next one go") {
  bench b;
  b.over.script = {
      scripted_transport::reply(409, R"({"type":"x/already_taken","detail":"somebody was faster"})"),
      scripted_transport::reply(200)};
  b.push(1, "/a");
  b.push(2, "/b");
  b.settle();
  REQUIRE(b.outcomes.at(1).has_error());
  CHECK(b.outcomes.at(1).error().is(refusal_code::already_taken));
  CHECK(b.outcomes.at(1).error().said == "somebody was faster");
  CHECK(b.states.at(1).back() == call_state::refused);
  CHECK(b.outcomes.at(2));
}

TEST_CASE("when the session ends, its account's calls wait and others pass") {
  bench b;
  b.session.open(session_of("desk", "old"));
  b.over.script = {scripted_transport::reply(401)};
  b.push(1, "/of-desk", "desk");
  b.push(2, "/of-desk-too", "desk");
  b.settle();
  CHECK(b.sessions_ended == 1);
  CHECK(b.outcomes.empty());

  b.session.open(session_of("lead", "of-lead"));
  b.over.script = {scripted_transport::reply(200)};
  b.push(3, "/of-lead", "lead");
  b.under.nudge();
  b.settle();
  CHECK(b.outcomes.count(3) == 1);
  CHECK(test::header(b.over.asked.back(), "Authorization") == "Bearer of-lead");

  b.session.open(session_of("desk", "new"));
  b.over.script = {scripted_transport::reply(200), scripted_transport::reply(200)};
  b.under.nudge();
  b.settle();
  CHECK(b.targets() == std::vector<std::string>{"/of-desk", "/of-lead", "/of-desk", "/of-desk-too"});
  CHECK(test::header(b.over.asked[2], "Authorization") == "Bearer new");
  CHECK(test::header(b.over.asked[2], "Idempotency-Key") == "key-1");
  CHECK(b.outcomes.at(1));
  CHECK(b.outcomes.at(2));
}

TEST_CASE("401 for an old token does not end the session that somebody has opened meanwhile") {
  bench b;
  b.session.open(session_of("desk", "old"));
  b.over.script = {[&b](const http_request&) {
                     b.session.open(session_of("desk", "new"));
                     return scripted_transport::reply(401)({});
                   },
                   scripted_transport::reply(200)};
  b.push(1, "/a", "desk");
  b.settle();
  CHECK(b.sessions_ended == 0);
  CHECK(b.outcomes.at(1));
  CHECK(test::header(b.over.asked[1], "Authorization") == "Bearer new");
}

TEST_CASE("a call with patience gives up with what kept it") {
  bench b;
  b.over.script = {scripted_transport::fail(hung_up), scripted_transport::fail(hung_up),
                   scripted_transport::fail(hung_up)};
  b.push(1, "/a", {}, 1000ms);
  b.settle();
  REQUIRE(b.outcomes.at(1).has_error());
  CHECK(b.outcomes.at(1).error().network == hung_up);
  CHECK(b.states.at(1).back() == call_state::failed);
  CHECK((b.ended_at.at(1) == monotonic{} + 1000ms));
}

TEST_CASE("a busy server's refusal is what an impatient call ends with") {
  bench b;
  b.over.script = {scripted_transport::reply(503, R"({"type":"x/busy"})", 5s)};
  b.push(1, "/a", {}, 1000ms);
  b.settle();
  CHECK(b.outcomes.at(1).error().is(refusal_code::busy));
}

TEST_CASE("an impatient call does not wait for trust or for a new session") {
  bench b;
  b.session.open(session_of("desk", "old"));
  b.over.script = {scripted_transport::fail(make_error_code(link_error::pin_mismatch)),
                   scripted_transport::reply(401)};
  b.push(1, "/a", "desk", 5000ms);
  b.push(2, "/b", "desk", 5000ms);
  b.settle();
  CHECK(b.outcomes.at(1).error().network == make_error_code(link_error::pin_mismatch));
  CHECK(b.outcomes.at(2).error().network == make_error_code(link_error::sign_in_needed));
}

TEST_CASE("distrust does not lose what a person typed: the call waits for the real server") {
  bench b;
  b.over.script = {scripted_transport::fail(make_error_code(link_error::pin_mismatch)),
                   scripted_transport::reply(200)};
  b.push(1, "/a");
  b.settle();
  CHECK(b.unreachable.at(0) == make_error_code(link_error::pin_mismatch));
  CHECK(b.outcomes.at(1));
}

TEST_CASE("a waiting call can be taken back, one that is on its way cannot") {
  bench b;
  b.over.script = {[&b](const http_request&) {
    CHECK_FALSE(b.under.cancel(1));
    CHECK(b.under.cancel(2));
    CHECK_FALSE(b.under.cancel(9));
    return scripted_transport::reply(200)({});
  }};
  b.push(1, "/a");
  b.push(2, "/b");
  b.settle();
  CHECK(b.outcomes.at(1));
  CHECK(b.outcomes.at(2).error().network == make_error_code(link_error::cancelled));
  CHECK(b.targets() == std::vector<std::string>{"/a"});
}

TEST_CASE("a call that is taken back while the server is dialled goes out never") {
  bench b;
  b.over.goes_out = false;
  b.over.script = {[&b](const http_request&) {
    CHECK(b.under.cancel(1));
    CHECK(b.over.closed == 1);
    return scripted_transport::fail(boost::asio::error::operation_aborted)({});
  }};
  b.push(1, "/a");
  b.settle();
  CHECK(b.outcomes.at(1).error().network == make_error_code(link_error::cancelled));
  CHECK(b.unreachable.empty());
}

TEST_CASE("a call that was on its way when it was taken back is not repeated") {
  for (auto& end :
       {scripted_transport::fail(hung_up), scripted_transport::reply(503), scripted_transport::reply(401)}) {
    bench b;
    b.session.open(session_of("desk", "token"));
    b.over.script = {[&b, end](const http_request& what) {
      CHECK_FALSE(b.under.cancel(1));
      return end(what);
    }};
    b.push(1, "/a", "desk");
    b.settle();
    CHECK(b.outcomes.at(1).error().network == make_error_code(link_error::cancelled));
    CHECK(b.over.asked.size() == 1);
  }
}

TEST_CASE("taking back a call that waits for its next try says whether it may have happened") {
  for (bool went_out : {false, true}) {
    bench b;
    b.around.by_hand = true;
    b.over.goes_out = went_out;
    b.over.script = {scripted_transport::fail(hung_up)};
    b.push(1, "/a");
    b.settle();
    CHECK(b.under.cancel(1) == !went_out);
    CHECK(b.outcomes.at(1).error().network == make_error_code(link_error::cancelled));
  }
}

TEST_CASE("what the server turned away has not happened when it is taken back") {
  bench b;
  b.around.by_hand = true;
  b.over.script = {scripted_transport::reply(503)};
  b.push(1, "/a");
  b.settle();
  CHECK(b.under.cancel(1));
}

TEST_CASE("news that the network is back ends a pause, but not one that the server asked for") {
  bench b;
  b.around.by_hand = true;
  b.over.script = {scripted_transport::fail(hung_up), scripted_transport::reply(503, "{}", 7s),
                   scripted_transport::reply(200)};
  b.push(1, "/a");
  b.settle();
  CHECK(b.over.asked.size() == 1);
  b.under.nudge();
  b.settle();
  CHECK(b.over.asked.size() == 2);
  b.under.nudge();
  b.settle();
  CHECK(b.over.asked.size() == 2);
  b.around.at += 7s;
  b.under.nudge();
  b.settle();
  CHECK(b.outcomes.at(1));
}

TEST_CASE("a wrong password typed too often is told at once") {
  bench b;
  b.over.script = {scripted_transport::reply(429, R"({"type":"x/too_many"})", 1s)};
  pending one;
  one.info = {.id = 1, .verb = verb::post, .path = "/api/v1/sessions"};
  one.what = {.verb = verb::post, .path = "/api/v1/sessions", .body = "{}"};
  one.told_too_many = true;
  one.done = [&b](outcome<link::answer> got) { b.outcomes.insert_or_assign(1, std::move(got)); };
  b.under.push(std::move(one));
  b.settle();
  CHECK(b.outcomes.at(1).error().is(refusal_code::too_many));
}

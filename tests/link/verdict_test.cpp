#include "client/link/verdict.hpp"
#include "tests/link/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace std::chrono_literals;
using namespace link;

namespace {
http_reply reply(unsigned status, std::string body = {}) {
  http_reply out;
  out.status = status;
  out.content.body = std::move(body);
  return out;
}
} // namespace

TEST_CASE("a reply below 300 is the answer") {
  auto got = judge(reply(201, R"({"id":"x"})"));
  auto& answered = std::get<outcome<link::answer>>(got);
  REQUIRE(answered);
  CHECK(answered->status == 201);
  CHECK(answered->body == R"({"id":"x"})");
}

TEST_CASE("a problem document is the refusal that it names, with every wrong field") {
  auto why = read_problem(
      422, R"({"type":"https://kotobashi.invalid/problems/invalid","title":"invalid","status":422,
    "detail":"some fields are not right","errors":[{"field":"parameters.areas[2]","code":"unknown","detail":"no such area"}],
    "instance":"later versions may say more"})");
  CHECK(why == refusal{refusal_code::invalid,
                       "some fields are not right",
                       {{"parameters.areas[2]", "unknown", "no such area"}}});
  CHECK(read_problem(409, R"({"type":"urn:kotobashi:already_taken"})").code == refusal_code::already_taken);
}

TEST_CASE("a refusal without a problem document is told by its status") {
  CHECK(read_problem(404, "<html>").code == refusal_code::not_found);
  CHECK(read_problem(412, "").code == refusal_code::precondition_failed);
  CHECK(read_problem(409, R"({"type":"https://kotobashi.invalid/problems/from_the_future"})").code ==
        refusal_code::conflict);
}

TEST_CASE("busy servers and proxies without one are asked again") {
  for (unsigned status : {429u, 502u, 503u, 504u}) {
    CAPTURE(status);
    CHECK(std::holds_alternative<try_again>(judge(reply(status))));
  }
  auto later = reply(503);
  later.retry_after = 7s;
  CHECK(std::get<try_again>(judge(later)).after == 7s);
}

TEST_CASE("401 ends the session, 500 and redirects are failures, 507 is told to the person") {
  CHECK(std::holds_alternative<session_over>(judge(reply(401))));
  auto broken = std::get<outcome<link::answer>>(judge(reply(500)));
  CHECK(broken.error().network == make_error_code(link_error::server_failed));
  auto moved = std::get<outcome<link::answer>>(judge(reply(302)));
  CHECK(moved.error().network == make_error_code(link_error::bad_reply));
  auto full = std::get<outcome<link::answer>>(judge(reply(507)));
  CHECK(full.error().is(refusal_code::storage_full));
}

#include "client/link/reading.hpp"
#include "server/model/records.hpp"
#include "tests/link/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using link::read_answer;

namespace {
link::answer body(std::string text) {
  link::answer out;
  out.body = std::move(text);
  return out;
}
} // namespace

TEST_CASE("what a newer server says besides is left out, at every depth") {
  auto got = read_answer<request_view>(body(R"({
    "id":"","activation":"","number":3,"kind":"interpret","mode":"phone","language":"vi","area":"14131","place":"","contact":"",
    "details":"","summary":"…","starts_at":"2011-03-11T05:46:00Z","ends_at":"2011-03-11T06:46:00Z","places":1,"excluded":[],
    "confidential":false,"admission":"first_come","state":"open","inquiry":"","created_at":"2011-03-11T05:46:00Z",
    "created_by":"","revision":1,"calls":[],"mood":"new here",
    "assignments":[{"id":"","request":"","place":1,"volunteer":"","state":"taken","by_telephone":true,
      "offered_at":"2011-03-11T05:46:00Z","starts_at":"2011-03-11T05:46:00Z","ends_at":"2011-03-11T05:46:00Z",
      "volunteer_name":"…","shoe_size":25}]})"));
  REQUIRE(got);
  CHECK(got->number == 3);
  CHECK(got->assignments.at(0).state == assignment_state::taken);
}

TEST_CASE("a missing member and an unknown word are no record, and the failure names the field") {
  auto missing = read_answer<account_view>(body(R"({"id":"","roles":["lead"],"disabled":false})"));
  REQUIRE_FALSE(missing);
  CHECK(missing.error().network == make_error_code(link::link_error::bad_reply));
  CHECK(missing.error().said.find("name") != std::string::npos);
  CHECK_FALSE(read_answer<account_view>(body(R"({"id":"","name":"a","roles":["king"],"disabled":false})")));
  CHECK_FALSE(read_answer<account_view>(body("<html>")));
}

TEST_CASE("a list has items and says where it goes on") {
  auto got = read_answer<link::page<account_view>>(
      body(R"({"items":[{"id":"","name":"a","roles":[],"disabled":false}],"next":"cursor"})"));
  REQUIRE(got);
  CHECK(got->items.at(0).name == "a");
  CHECK(got->next == "cursor");
  CHECK(read_answer<link::page<account_view>>(body(R"({"items":[]})"))->next.empty());
  CHECK_FALSE(read_answer<link::page<account_view>>(body(R"({"next":"cursor"})")));
}

TEST_CASE("query parameters are percent-encoded") {
  CHECK(link::with_query("/api/v1/events", "after", "a/b+c=") == "/api/v1/events?after=a%2Fb%2Bc%3D");
  CHECK(link::with_query("/x?limit=5", "after", "é") == "/x?limit=5&after=%C3%A9");
}

#include "server/store/engine/connection.hpp"
#include "server/store/engine/unit_of_work.hpp"
#include "tests/support/center/center.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;
namespace js = boost::json;

namespace {
std::int64_t number_of(const running_center& center, std::string_view sql) {
  store::connection aside(center.data() / "kotobashi.db", store::access::read_only);
  auto row = aside.query(sql);
  REQUIRE(row.step());
  return row.get<std::int64_t>(0);
}
} // namespace

TEST_CASE("after a drill nothing of its copy of the roster tells who was in it") {
  running_center center;
  center.volunteer("V1");
  center.activate("drill");
  REQUIRE(center.post("/api/v1/activations/current/close", js::object{}).status == 200);
  CHECK(number_of(center, "SELECT count(*) FROM volunteer WHERE drill IS NOT NULL") == 1);
  CHECK(number_of(center, "SELECT count(*) FROM volunteer_sort s JOIN volunteer v ON v.id = s.id"
                          " WHERE v.drill IS NOT NULL AND s.sort_key <> ''") == 0);
}

TEST_CASE("a password is nowhere kept in a form that is quick to guess, and a repeat is known all the same") {
  running_center center;
  http_ask ask{.method = "POST",
               .path = "/api/v1/accounts",
               .token = center.lead(),
               .body = R"({"name":"desk","password":"first-password","roles":["desk"]})",
               .headers = {{"Idempotency-Key", "the-same"}}};
  REQUIRE(center.staff(ask).status == 201);
  CHECK(center.staff(ask).status == 201);
  const auto quick = store::request_hash("account.create", "", ask.body, "");
  CHECK(number_of(center, "SELECT count(*) FROM idempotency WHERE hash = '" + quick + "'") == 0);
  ask.body = R"({"name":"desk","password":"other-password","roles":["desk"]})";
  CHECK(text_at(center.staff(ask).json(), "/title") == "idempotency_mismatch");
}

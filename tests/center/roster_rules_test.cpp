#include "server/store/engine/connection.hpp"
#include "server/store/engine/unit_of_work.hpp"
#include "tests/support/center/center.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;
namespace js = boost::json;

namespace {
js::object person() {
  return {{"number", "V9"},
          {"name", "模擬 九"},
          {"spoken", js::array{js::object{{"language", "fa"}, {"level", "native"}}}},
          {"phone", "090-0000-0009"}};
}

http_answer change(const running_center& center, const std::string& id, const js::object& patch) {
  const auto path = "/api/v1/volunteers/" + id;
  return center.staff({.method = "PATCH",
                       .path = path,
                       .token = center.lead(),
                       .body = js::serialize(patch),
                       .headers = {{"If-Match", center.get(path).headers.at("etag")}}});
}

std::string first_error(const http_answer& of) {
  return text_at(of.json(), "/errors/0/field") + ' ' + text_at(of.json(), "/errors/0/code");
}

std::int64_t number_of(const running_center& center, std::string_view sql) {
  store::connection aside(center.data() / "kotobashi.db", store::access::read_only);
  auto row = aside.query(sql);
  REQUIRE(row.step());
  return row.get<std::int64_t>(0);
}
} // namespace

TEST_CASE("people are refused for what a roster file is refused for") {
  running_center center;
  struct row {
    const char* field;
    js::value value;
    const char* error;
  };
  const row rows[] = {
      {"phone", "SECRETPHONE 090", "phone format"},
      {"email", "nowhere", "email format"},
      {"birth_date", "2999-01-01", "birth_date range"},
      {"spoken", js::array{js::object{{"language", "vn"}, {"level", "daily"}}}, "spoken[0].language unknown"},
      {"written", js::array{js::object{{"language", "xx"}, {"level", "daily"}}},
       "written[0].language unknown"}};
  auto made = center.post("/api/v1/volunteers", person());
  REQUIRE(made.status == 201);
  const auto id = text_at(made.json(), "/id");
  for (const auto& each : rows) {
    CAPTURE(each.field);
    auto wish = person();
    wish["number"] = "V10";
    wish[each.field] = each.value;
    CHECK(first_error(center.post("/api/v1/volunteers", wish)) == each.error);
    CHECK(first_error(change(center, id, {{each.field, each.value}})) == each.error);
  }
  CHECK(change(center, id, {{"spoken", js::array{js::object{{"language", "yue"}, {"level", "daily"}}}}})
            .status == 200);
}

TEST_CASE(
    "a request and an inquiry are in a language that there is; nobody knows, is an answer for the latter") {
  running_center center;
  center.activate();
  js::object wish{{"kind", "interpret"},
                  {"mode", "phone"},
                  {"language", "vn"},
                  {"area", "14131"},
                  {"summary", "窓口の相談"},
                  {"starts_at", "2099-01-01T10:00:00+09:00"},
                  {"ends_at", "2099-01-01T12:00:00+09:00"}};
  CHECK(first_error(center.post("/api/v1/requests", wish)) == "language unknown");
  wish["language"] = "yue";
  CHECK(center.post("/api/v1/requests", wish).status == 201);
  js::object asked{{"channel", "phone"}, {"language", "vn"}, {"content", "発熱"}};
  CHECK(first_error(center.post("/api/v1/inquiries", asked)) == "language unknown");
  asked["language"] = "und";
  CHECK(center.post("/api/v1/inquiries", asked).status == 201);
}

TEST_CASE("who has left or is suspended is signed out and gets no new link") {
  running_center center;
  center.activate();
  for (const char* state : {"left", "suspended"}) {
    auto phone = center.volunteer(std::string("V-") + state);
    REQUIRE(change(center, phone.volunteer, {{"state", state}}).status == 200);
    CHECK(center.get("/api/v1/requests", phone.token).status == 401);
    auto link = center.post("/api/v1/volunteers/" + phone.volunteer + "/link", js::object{});
    CHECK(text_at(link.json(), "/title") == "wrong_state");
  }
}

TEST_CASE("revoking a link once more with the same key leaves a newer one alone") {
  running_center center;
  auto phone = center.volunteer("V1");
  http_ask revoke{.method = "DELETE",
                  .path = "/api/v1/volunteers/" + phone.volunteer + "/link",
                  .token = center.lead(),
                  .headers = {{"Idempotency-Key", "the-same"}}};
  REQUIRE(center.staff(revoke).status == 204);
  auto link = center.post("/api/v1/volunteers/" + phone.volunteer + "/link", js::object{});
  REQUIRE(link.status == 201);
  CHECK(center.staff(revoke).status == 204);
  auto url = text_at(link.json(), "/url");
  auto session =
      center.staff({.method = "POST",
                    .path = "/api/v1/sessions",
                    .body = js::serialize(js::object{{"link_token", url.substr(url.find('#') + 1)}})});
  CHECK(session.status == 201);
}

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

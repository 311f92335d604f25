#include "server/api/endpoint.hpp"
#include "server/model/json.hpp"
#include "tests/support/center/center.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;

namespace {
std::string verb_of(api::method verb) {
  switch (verb) {
  case api::method::get: return "GET";
  case api::method::post: return "POST";
  case api::method::patch: return "PATCH";
  case api::method::put: return "PUT";
  case api::method::del: return "DELETE";
  }
  return {};
}

// The pattern with parts that name nothing.
std::string path_of(std::string_view pattern) {
  std::string out(pattern);
  while (out.find('{') != out.npos)
    out.replace(out.find('{'), out.find('}') - out.find('{') + 1, "01890a5d-ac96-774b-bcce-b302099a8057");
  return out;
}
} // namespace

TEST_CASE("every endpoint lets in those whom its table row names, and nobody else") {
  running_center center;
  const std::map<role, std::string> tokens{{role::lead, center.lead()},
                                           {role::coordinator, center.account("coordinator")},
                                           {role::editor, center.account("editor")},
                                           {role::desk, center.account("desk")},
                                           {role::observer, center.account("observer")},
                                           {role::volunteer, center.volunteer("V1").token}};
  int walked = 0;
  for (const auto& each : api::endpoints()) {
    if (each.on != api::listener::staff || std::holds_alternative<api::stream_handler>(each.run)) continue;
    if (each.verb == api::method::del && each.pattern == "/api/v1/sessions/current")
      continue; // would end the session
    http_ask ask{.method = verb_of(each.verb), .path = path_of(each.pattern)};
    if (each.takes == api::body_kind::csv) {
      ask.type = "text/csv";
      ask.body = "x";
    } else if (each.takes != api::body_kind::none) {
      ask.body = "{\"no such field\":1}";
    }
    INFO(ask.method, " ", ask.path);
    if (!each.may.empty()) CHECK(center.staff(ask).status == 401);
    for (const auto& [who, token] : tokens) {
      const auto name = json::name_of(who);
      CAPTURE(name);
      ask.token = token;
      auto status = center.staff(ask).status;
      bool let_in = status != 401 && status != 403;
      CHECK(let_in == (each.may.empty() || each.may.has(who)));
      CHECK(status < 500);
      ++walked;
    }
  }
  CHECK(walked > 250);
}

TEST_CASE("an endpoint that changes something wants a key, and a repeat changes nothing twice") {
  running_center center;
  center.activate();
  http_ask ask{
      .method = "POST", .path = "/api/v1/log", .token = center.lead(), .body = R"({"content":"市から電話"})"};
  ask.headers["Idempotency-Key"] = "";
  CHECK(center.staff(ask).status == 428);
  ask.headers["Idempotency-Key"] = "the-same";
  auto first = center.staff(ask);
  auto again = center.staff(ask);
  CHECK(first.status == 201);
  CHECK(again.status == 201);
  CHECK(first.body == again.body);
  ask.body = R"({"content":"別のこと"})";
  CHECK(center.staff(ask).status == 422);
  CHECK(center.get("/api/v1/log").json().at("items").as_array().size() == 1);
}

TEST_CASE("a session that was ended, and a link that was revoked, open nothing any more") {
  running_center center;
  auto phone = center.volunteer("V1");
  CHECK(center.get("/api/v1/requests", phone.token).status == 200);
  CHECK(center
            .staff({.method = "DELETE",
                    .path = "/api/v1/volunteers/" + phone.volunteer + "/link",
                    .token = center.lead()})
            .status == 204);
  CHECK(center.get("/api/v1/requests", phone.token).status == 401);
  auto desk = center.account("desk");
  CHECK(center.staff({.method = "DELETE", .path = "/api/v1/sessions/current", .token = desk}).status == 204);
  CHECK(center.get("/api/v1/center", desk).status == 401);
}

TEST_CASE("sessions and records outlive a restart") {
  running_center center;
  auto id = center.activate();
  auto phone = center.volunteer("V1");
  center.restart();
  CHECK(text_at(center.get("/api/v1/activations/current").json(), "/id") == id);
  CHECK(center.get("/api/v1/requests", phone.token).status == 200);
}

TEST_CASE("ten wrong passwords close the door for a while, also to the right one") {
  running_center center;
  http_ask wrong{.method = "POST",
                 .path = "/api/v1/sessions",
                 .body = R"({"account":"lead","password":"wrong-password"})"};
  for (int i = 0; i < 10; ++i) CHECK(center.staff(wrong).status == 401);
  wrong.body = R"({"account":"lead","password":"lead-password"})";
  auto closed = center.staff(wrong);
  CHECK(closed.status == 429);
  auto left = std::stoi(closed.headers.at("retry-after"));
  CHECK(left > 590);
  CHECK(left <= 600);
}

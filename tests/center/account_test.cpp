#include "tests/support/center/center.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <future>
#include <vector>

using namespace kotobashi::test;
namespace js = boost::json;

namespace {
std::string id_of(const running_center& center, const std::string& token) {
  return text_at(center.get("/api/v1/sessions/current", token).json(), "/id");
}

http_answer change(const running_center& center, const std::string& account, const js::object& to,
                   const std::string& token = {}) {
  return center.staff({.method = "PATCH",
                       .path = "/api/v1/accounts/" + account,
                       .token = token.empty() ? center.lead() : token,
                       .body = js::serialize(to)});
}

unsigned door(const running_center& center, const std::string& name, const std::string& password) {
  return center
      .staff({.method = "POST",
              .path = "/api/v1/sessions",
              .body = js::serialize(js::object{{"account", name}, {"password", password}})})
      .status;
}
} // namespace

TEST_CASE("a new password ends the account's sessions, also after a restart") {
  running_center center;
  auto desk = center.account("desk");
  CHECK(change(center, id_of(center, desk), {{"password", "another-password"}}).status == 200);
  CHECK(center.get("/api/v1/center", desk).status == 401);
  center.restart();
  CHECK(center.get("/api/v1/center", desk).status == 401);
  CHECK(door(center, "desk", "password-of-desk") == 401);
  CHECK(door(center, "desk", "another-password") == 201);
}

TEST_CASE("who gives themselves another password stays signed in where they are, and nowhere else") {
  running_center center;
  auto elsewhere = center.sign_in("lead", "lead-password");
  CHECK(change(center, id_of(center, center.lead()), {{"password", "another-password"}}).status == 200);
  CHECK(center.get("/api/v1/center").status == 200);
  CHECK(center.get("/api/v1/center", elsewhere).status == 401);
}

TEST_CASE("sessions of an account that was disabled do not come back with it") {
  running_center center;
  auto desk = center.account("desk");
  auto id = id_of(center, desk);
  CHECK(change(center, id, {{"disabled", true}}).status == 200);
  CHECK(center.get("/api/v1/center", desk).status == 401);
  CHECK(door(center, "desk", "password-of-desk") == 401);
  CHECK(change(center, id, {{"disabled", false}}).status == 200);
  center.restart();
  CHECK(center.get("/api/v1/center", desk).status == 401);
  CHECK(door(center, "desk", "password-of-desk") == 201);
}

TEST_CASE("roles hold from the next request on") {
  running_center center;
  center.activate();
  auto observer = center.account("observer");
  CHECK(center.get("/api/v1/inquiries", observer).status == 403);
  CHECK(change(center, id_of(center, observer), {{"roles", js::array{"desk"}}}).status == 200);
  CHECK(center.get("/api/v1/inquiries", observer).status == 200);
}

TEST_CASE("no account becomes a volunteer's, and no volunteer's account one of the staff") {
  running_center center;
  auto desk = center.account("desk");
  auto made_volunteer = change(center, id_of(center, desk), {{"roles", js::array{"volunteer"}}});
  CHECK(made_volunteer.status == 422);
  CHECK(text_at(made_volunteer.json(), "/errors/0/field") == "roles");
  auto phone = center.volunteer("V1");
  auto account = id_of(center, phone.token);
  CHECK(change(center, account, {{"roles", js::array{"coordinator"}}}).status == 422);
  CHECK(change(center, account, {{"password", "another-password"}}).status == 422);
  CHECK(change(center, account, {{"disabled", true}}).status == 200);
  CHECK(center.get("/api/v1/requests", phone.token).status == 401);
}

// Passwords are checked two at a time, each for a while: once one is answered others are still being checked,
// and the lead changes the account.
TEST_CASE("whoever signs in while their account is disabled is let in nowhere") {
  running_center center;
  auto id = id_of(center, center.account("desk"));
  for (int i = 0; i < 3; ++i) {
    std::vector<std::future<http_answer>> signing_in;
    for (int each = 0; each < 6; ++each)
      signing_in.push_back(std::async(std::launch::async, [&] {
        return center.staff({.method = "POST",
                             .path = "/api/v1/sessions",
                             .body = R"({"account":"desk","password":"password-of-desk"})"});
      }));
    signing_in.front().wait();
    CHECK(change(center, id, {{"disabled", true}}).status == 200);
    for (auto& each : signing_in) {
      auto got = each.get();
      if (got.status == 201) CHECK(center.get("/api/v1/center", text_at(got.json(), "/token")).status == 401);
    }
    CHECK(change(center, id, {{"disabled", false}}).status == 200);
  }
}

#include "server/store/engine/connection.hpp"
#include "tests/support/center/center.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;
namespace js = boost::json;

namespace {
js::object call_at(int hour, std::string_view mode = "phone") {
  auto at = [](int value) { return "2099-01-01T" + std::to_string(value) + ":00:00+09:00"; };
  return {
      {"kind", "interpret"},      {"mode", mode},          {"language", "vi"},      {"area", "14131"},
      {"summary", "窓口の相談"},  {"place", "区役所 3階"}, {"starts_at", at(hour)}, {"ends_at", at(hour + 2)},
      {"admission", "first_come"}};
}

std::string made(const running_center& center, const js::object& wish) {
  auto out = center.post("/api/v1/requests", wish);
  REQUIRE(out.status == 201);
  return "/api/v1/requests/" + text_at(out.json(), "/id");
}

void set_dispatch(const running_center& center, bool open) {
  REQUIRE(center
              .staff({.method = "PUT",
                      .path = "/api/v1/activations/current/dispatch",
                      .token = center.lead(),
                      .body = js::serialize(js::object{{"open", open}})})
              .status == 200);
}

std::string title(const http_answer& of) {
  return text_at(of.json(), "/title");
}

js::array items(const http_answer& of) {
  return of.json().at("items").as_array();
}

// As if its time had been another.
void move_end(const running_center& center, const std::string& path, std::string_view ends_at) {
  store::connection aside(center.data() / "kotobashi.db", store::access::read_write);
  const auto id = path.substr(path.rfind('/') + 1);
  const auto to = *from_rfc3339(ends_at);
  aside.run("UPDATE request SET ends_at = $to WHERE id = $id", "to", to, "id", id);
  aside.run("UPDATE assignment SET ends_at = $to WHERE request = $id", "to", to, "id", id);
}

void close(const running_center& center) {
  REQUIRE(center.post("/api/v1/activations/current/close", js::object{}).status == 200);
}
} // namespace

TEST_CASE("a claim that waits is not approved, nor work begun, once dispatch has been stopped") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  set_dispatch(center, true);
  auto wish = call_at(10, "on_site");
  wish["admission"] = "by_approval";
  auto path = made(center, wish);
  REQUIRE(center.post(path + "/claim", js::object{}, phone.token).status == 200);
  set_dispatch(center, false);
  CHECK(title(center.post(path + "/approve", js::object{})) == "dispatch_stopped");
  CHECK(center.get(path, phone.token).body.find("区役所") == std::string::npos);
  set_dispatch(center, true);
  REQUIRE(center.post(path + "/approve", js::object{}).status == 200);
  set_dispatch(center, false);
  CHECK(title(center.post(path + "/start", js::object{}, phone.token)) == "dispatch_stopped");
}

TEST_CASE("an offer lapses with the request, and its volunteer is free again") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  auto wish = call_at(10);
  wish["admission"] = "by_approval";
  auto path = made(center, wish);
  REQUIRE(center.post(path + "/claim", js::object{}, phone.token).status == 200);
  event_stream told(center.staff_port(), "/api/v1/events", center.lead());
  move_end(center, path, "2011-03-11T14:46:00+09:00");
  told.until("request.expired");
  auto seen = center.get(path).json();
  CHECK(text_at(seen, "/state") == "expired");
  CHECK(text_at(seen, "/assignments/0/state") == "released");
  CHECK(center.post(path + "/approve", js::object{}).status == 404);
}

TEST_CASE("whoever is out at the end of a request with a free place finishes it") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1"), other = center.volunteer("V2");
  auto wish = call_at(10);
  wish["places"] = 2;
  auto path = made(center, wish);
  REQUIRE(center.post(path + "/claim", js::object{}, phone.token).status == 200);
  REQUIRE(center.post(path + "/start", js::object{}, phone.token).status == 200);
  REQUIRE(center.post(path + "/assign", {{"volunteer", other.volunteer}}).status == 200);
  CHECK(text_at(center.get(path).json(), "/state") == "under_way");
  event_stream told(center.staff_port(), "/api/v1/events", center.lead());
  move_end(center, path, "2011-03-11T14:46:00+09:00");
  told.until("request.released");
  REQUIRE(center.post(path + "/finish", js::object{}, phone.token).status == 200);
  CHECK(text_at(center.get(path).json(), "/state") == "done");
}

TEST_CASE("who declines after having accepted gives the place back") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  auto path = made(center, call_at(10));
  auto call = [&](std::string_view outcome) {
    return center.post(path + "/calls", {{"volunteer", phone.volunteer}, {"outcome", outcome}});
  };
  REQUIRE(call("accepted").status == 201);
  auto declined = call("declined");
  REQUIRE(declined.status == 201);
  CHECK(text_at(declined.json(), "/state") == "open");
  CHECK(declined.json().at("calls").as_array().size() == 2);
  REQUIRE(call("accepted").status == 201);
  REQUIRE(center.post(path + "/start", js::object{}).status == 200);
  CHECK(title(call("declined")) == "wrong_state");
}

TEST_CASE("a volunteer whose request is cancelled is told so, in the list and by its address") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1"), other = center.volunteer("V2");
  auto path = made(center, call_at(10));
  REQUIRE(center.post(path + "/claim", js::object{}, phone.token).status == 200);
  REQUIRE(center.post(path + "/cancel", {{"reason", "退院した"}}).status == 200);
  auto list = items(center.get("/api/v1/requests", phone.token));
  REQUIRE(list.size() == 1);
  CHECK(text_at(list[0], "/state") == "cancelled");
  CHECK_FALSE(list[0].as_object().contains("place"));
  CHECK(text_at(center.get(path, phone.token).json(), "/state") == "cancelled");
  CHECK(center.get(path, other.token).status == 404);
  move_end(center, path, "2011-03-11T14:46:00+09:00");
  CHECK(items(center.get("/api/v1/requests", phone.token)).empty());
}

TEST_CASE("who is out when the center closes keeps the card until finished, and the staff see it") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1"), later = center.volunteer("V2");
  auto out = made(center, call_at(10)), taken = made(center, call_at(14));
  REQUIRE(center.post(out + "/claim", js::object{}, phone.token).status == 200);
  REQUIRE(center.post(out + "/start", js::object{}, phone.token).status == 200);
  REQUIRE(center.post(taken + "/claim", js::object{}, later.token).status == 200);
  close(center);
  auto card = items(center.get("/api/v1/requests", phone.token));
  REQUIRE(card.size() == 1);
  CHECK(text_at(card[0], "/place") == "区役所 3階");
  auto lost = items(center.get("/api/v1/requests", later.token));
  REQUIRE(lost.size() == 1);
  CHECK(text_at(lost[0], "/state") == "cancelled");
  center.activate();
  CHECK(center.get("/api/v1/overview").json().at("volunteers_out").as_int64() == 1);
  CHECK(center.get("/api/v1/requests").body.find(out.substr(out.rfind('/') + 1)) != std::string::npos);
  CHECK(items(center.get("/api/v1/requests", phone.token)).size() == 1);
  auto again = made(center, call_at(14));
  CHECK(center.post(again + "/claim", js::object{}, later.token).status == 200);
  REQUIRE(center.post(out + "/finish", js::object{}, phone.token).status == 200);
  CHECK(center.get("/api/v1/overview").json().at("volunteers_out").as_int64() == 1); // who has just claimed
  CHECK(items(center.get("/api/v1/requests")).size() == 1);
}

TEST_CASE("a drill does not hide what somebody is really out for, and sends nobody out once it is over") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  auto real = made(center, call_at(10));
  REQUIRE(center.post(real + "/claim", js::object{}, phone.token).status == 200);
  REQUIRE(center.post(real + "/start", js::object{}, phone.token).status == 200);
  close(center);
  center.activate("drill");
  CHECK(items(center.get("/api/v1/requests")).empty());
  CHECK(items(center.get("/api/v1/requests", phone.token)).size() == 1);
  auto played = made(center, call_at(10));
  REQUIRE(center.post(played + "/claim", js::object{}, phone.token).status == 200);
  REQUIRE(center.post(played + "/start", js::object{}, phone.token).status == 200);
  CHECK(center.post(real + "/finish", js::object{}, phone.token).status == 200);
  close(center);
  CHECK(text_at(center.get(played).json(), "/state") == "cancelled");
  center.activate();
  CHECK(items(center.get("/api/v1/requests")).empty());
  CHECK(items(center.get("/api/v1/requests", phone.token)).empty());
}

TEST_CASE("a confidential request that a volunteer gave back is gone from their phone") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  auto wish = call_at(10);
  wish["confidential"] = true;
  auto path = made(center, wish);
  event_stream told(center.staff_port(), "/api/v1/events", phone.token);
  REQUIRE(center.post(path + "/assign", {{"volunteer", phone.volunteer}, {"by_telephone", true}}).status ==
          200);
  REQUIRE(center.post(path + "/release", js::object{}, phone.token).status == 200);
  CHECK(told.until("\"kind\":\"gone\"").find(path.substr(path.rfind('/') + 1)) != std::string::npos);
  CHECK(center.get(path, phone.token).status == 404);
}

#include "tests/support/center/center.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace kotobashi::test;
namespace js = boost::json;

namespace {
constexpr const char* secrets[] = {"第三病院 2階", "リンさん 090", "妊娠中", "模擬 V1"};

js::object with_people() {
  return {{"kind", "interpret"},
          {"mode", "phone"},
          {"language", "vi"},
          {"area", "14131"},
          {"summary", "産科の受診"},
          {"place", secrets[0]},
          {"contact", secrets[1]},
          {"details", secrets[2]},
          {"starts_at", "2099-01-01T10:00:00+09:00"},
          {"ends_at", "2099-01-01T12:00:00+09:00"}};
}

// How many of the secrets stand in it.
int secrets_in(const std::string& text) {
  int found = 0;
  for (auto each : secrets) found += text.find(each) != text.npos;
  return found;
}

} // namespace

TEST_CASE("the people in a request are shown to those who record and dispatch, and to nobody else") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  auto cursor = text_at(center.get("/api/v1/center").json(), "/cursor");
  auto made = center.post("/api/v1/requests", with_people());
  REQUIRE(made.status == 201);
  auto path = "/api/v1/requests/" + text_at(made.json(), "/id");
  REQUIRE(center.post(path + "/assign", {{"volunteer", phone.volunteer}, {"by_telephone", true}}).status ==
          200);
  struct sight {
    const char* role;
    int secrets;
  };
  for (auto expected : {sight{"coordinator", 4}, {"desk", 4}, {"editor", 0}, {"observer", 0}}) {
    CAPTURE(expected.role);
    auto token = center.account(expected.role);
    auto list = center.get("/api/v1/requests", token);
    CHECK(text_at(list.json(), "/items/0/summary") == "産科の受診");
    CHECK(secrets_in(list.body) == expected.secrets);
    CHECK(secrets_in(center.get(path, token).body) == expected.secrets);
    event_stream told(center.staff_port(), "/api/v1/events?after=" + cursor, token);
    CHECK(secrets_in(told.until("request.assigned")) == expected.secrets);
  }
}

TEST_CASE("who is named in a confidential request sees all of it, whatever their role") {
  running_center center;
  center.activate();
  auto editor = center.account("editor");
  auto observer = center.account("observer");
  auto named = text_at(center.get("/api/v1/sessions/current", editor).json(), "/id");
  auto wish = with_people();
  wish["confidential"] = true;
  wish["visible_to"] = js::array{named};
  auto made = center.post("/api/v1/requests", wish);
  REQUIRE(made.status == 201);
  auto path = "/api/v1/requests/" + text_at(made.json(), "/id");
  CHECK(secrets_in(center.get(path, editor).body) == 3);
  CHECK(center.get(path, observer).status == 404);
}

TEST_CASE("only accounts that may see such a record at all are named in it") {
  running_center center;
  center.activate();
  auto id_of = [&](const std::string& role) {
    return text_at(center.get("/api/v1/sessions/current", center.account(role)).json(), "/id");
  };
  const auto observer = id_of("observer"), editor = id_of("editor"), desk = id_of("desk");
  const std::string nobody = "01890a5d-ac96-774b-bcce-b302099a8057";
  js::object inquiry{{"channel", "phone"}, {"language", "vi"}, {"content", "相談"}, {"confidential", true}};
  auto request = with_people();
  request["confidential"] = true;
  struct row {
    const char* path;
    js::object wish;
    std::string named, error;
  };
  for (const auto& each : {row{"/api/v1/requests", request, nobody, "unknown"},
                           {"/api/v1/requests", request, observer, "range"},
                           {"/api/v1/requests", request, editor, ""},
                           {"/api/v1/inquiries", inquiry, nobody, "unknown"},
                           {"/api/v1/inquiries", inquiry, observer, "range"},
                           {"/api/v1/inquiries", inquiry, editor, "range"},
                           {"/api/v1/inquiries", inquiry, desk, ""}}) {
    CAPTURE(each.path);
    CAPTURE(each.named);
    auto wanted = each.wish;
    wanted["visible_to"] = js::array{each.named};
    auto out = center.post(each.path, wanted);
    CHECK(out.status == (each.error.empty() ? 201 : 422));
    if (each.error.empty()) continue;
    CHECK(text_at(out.json(), "/errors/0/field") == "visible_to[0]");
    CHECK(text_at(out.json(), "/errors/0/code") == each.error);
  }
  auto open = with_people();
  open["visible_to"] = js::array{editor};
  CHECK(text_at(center.post("/api/v1/requests", open).json(), "/errors/0/field") == "confidential");
}

TEST_CASE("hidden records neither shorten a page nor end a list") {
  running_center center;
  center.activate();
  auto reader = center.account("coordinator");
  js::object inquiry{{"channel", "phone"}, {"language", "vi"}, {"content", "相談"}};
  using row = std::pair<std::string, js::object>;
  for (const auto& each : {row{"/api/v1/requests", with_people()}, row{"/api/v1/inquiries", inquiry}}) {
    const auto& path = each.first;
    CAPTURE(path);
    auto hidden = each.second;
    hidden["confidential"] = true;
    for (int i = 0; i < 5; ++i) {
      REQUIRE(center.post(path, each.second).status == 201);
      REQUIRE(center.post(path, hidden).status == 201);
    }
    auto first = center.get(path + "?limit=3", reader).json();
    CHECK(first.at("items").as_array().size() == 3);
    auto rest = center.get(path + "?limit=3&after=" + text_at(first, "/next"), reader).json();
    CHECK(rest.at("items").as_array().size() == 2);
    CHECK_FALSE(rest.as_object().contains("next"));
    CHECK(center.get(path).json().at("items").as_array().size() == 10);
  }
}

TEST_CASE("cancelling a request keeps its people") {
  running_center center;
  center.activate();
  auto made = center.post("/api/v1/requests", with_people());
  auto path = "/api/v1/requests/" + text_at(made.json(), "/id");
  CHECK(center.post(path + "/cancel", {{"reason", "退院した"}}).status == 200);
  CHECK(secrets_in(center.get(path).body) == 3);
}

TEST_CASE("inquiries are merged into one that stands, never in a circle") {
  running_center center;
  center.activate();
  auto made = [&] {
    auto out =
        center.post("/api/v1/inquiries", {{"channel", "phone"}, {"language", "vi"}, {"content", "相談"}});
    REQUIRE(out.status == 201);
    return text_at(out.json(), "/id");
  };
  auto patch = [&](const std::string& id, const js::object& what) {
    const auto path = "/api/v1/inquiries/" + id;
    return center.staff({.method = "PATCH",
                         .path = path,
                         .token = center.lead(),
                         .body = js::serialize(what),
                         .headers = {{"If-Match", center.get(path).headers.at("etag")}}});
  };
  const auto one = made(), two = made();
  REQUIRE(patch(one, {{"merged_into", two}}).status == 200);
  auto circle = patch(two, {{"merged_into", one}});
  CHECK(circle.status == 422);
  CHECK(text_at(circle.json(), "/errors/0/field") == "merged_into");
  CHECK(patch(one, {{"topic", "medical"}}).status == 200);
  auto apart = patch(one, {{"state", "open"}});
  CHECK(text_at(apart.json(), "/state") == "open");
  CHECK(text_at(apart.json(), "/merged_into").empty());
}

TEST_CASE("inquiries are not there for editors and observers") {
  running_center center;
  center.activate();
  auto made =
      center.post("/api/v1/inquiries", {{"channel", "phone"}, {"language", "vi"}, {"content", secrets[2]}});
  REQUIRE(made.status == 201);
  for (auto who : {"editor", "observer"}) {
    auto token = center.account(who);
    CHECK(center.get("/api/v1/inquiries", token).status == 403);
    CHECK(center.get("/api/v1/inquiries/" + text_at(made.json(), "/id"), token).status == 403);
  }
}

#include "server/store/engine/connection.hpp"
#include "tests/support/center/people.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace kotobashi::test;
namespace store = kotobashi::store;
namespace js = boost::json;

namespace {
const std::string source = "給水車が来ます\n川崎市役所の前に10時に来ます。";
const std::string vietnamese = "Xe chở nước sẽ đến\nXe đến trước tòa thị chính Kawasaki lúc 10 giờ.";

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}

http_answer act(const running_center& center, const js::value& notice, const std::string& verb,
                const js::object& body) {
  return center.staff(
      {.method = "POST",
       .path = "/api/v1/notices/" + text_at(notice, "/id") + "/" + verb,
       .token = center.lead(),
       .body = js::serialize(body),
       .headers = {{"If-Match", '"' + std::to_string(notice.at("revision").as_int64()) + '"'}}});
}

js::value publish(const running_center& center, const js::object& what) {
  auto draft = center.post("/api/v1/notices", what);
  REQUIRE(draft.status == 201);
  auto out = act(center, draft.json(), "publish", {});
  REQUIRE(out.status == 200);
  return out.json();
}
js::value free_notice(const running_center& center, const std::string& text = source) {
  return publish(center, {{"text", text}, {"languages", js::array{"ja", "vi", "ne"}}});
}

js::array translations(const running_center& center, const std::string& token = {},
                       const std::string& query = {}) {
  auto got = center.get("/api/v1/translations" + query, token);
  REQUIRE(got.status == 200);
  return got.json().at("items").as_array();
}
// The only one that this volunteer sees.
js::value only(const running_center& center, const std::string& token) {
  auto all = translations(center, token);
  REQUIRE(all.size() == 1);
  return all[0];
}
http_answer step(const running_center& center, const js::value& one, const std::string& what,
                 const std::string& token, const js::object& body = {}) {
  return center.staff({.method = "POST",
                       .path = "/api/v1/translations/" + text_at(one, "/id") + "/" + what,
                       .token = token,
                       .body = js::serialize(body),
                       .headers = {{"If-Match", '"' + std::to_string(one.at("revision").as_int64()) + '"'}}});
}
// Translates by one and checks by the other.
void finish(const running_center& center, const std::string& by, const std::string& checker,
            const std::string& said) {
  REQUIRE(step(center, only(center, by), "submit", by, {{"text", said}}).status == 200);
  REQUIRE(step(center, only(center, checker), "check", checker).status == 200);
}
} // namespace

TEST_CASE("a text that no template has is translated, checked, and on the board at each step") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1"), binh = writer(center, "V2"), sita = writer(center, "V3", "ne");
  free_notice(center);
  auto waiting = center.open("/board/vi").body;
  CHECK(contains(waiting, "Chúng tôi đang dịch"));
  CHECK(contains(waiting, R"(<div class="body japanese" lang="ja" dir="ltr">)"));
  CHECK(contains(waiting, "川崎市役所の前に10時に来ます。"));
  auto one = only(center, an);
  CHECK(text_at(one, "/language") == "vi");
  CHECK(text_at(one, "/source") == source);
  CHECK(text_at(only(center, sita), "/language") == "ne");

  CHECK(step(center, one, "claim", an).status == 200);
  CHECK(only(center, an).at("mine").as_bool());
  auto taken = only(center, binh);
  CHECK(text_at(taken, "/state") == "claimed");
  CHECK_FALSE(taken.at("mine").as_bool());
  CHECK_FALSE(taken.as_object().contains("claimed_by"));
  CHECK(text_at(step(center, one, "claim", binh).json(), "/title") == "already_taken");

  auto said = step(center, one, "submit", an, {{"text", vietnamese}});
  REQUIRE(said.status == 200);
  auto board = center.open("/board/vi").body;
  CHECK(contains(board, "Xe chở nước sẽ đến"));
  CHECK(contains(board, "class=\"unconfirmed\""));
  CHECK_FALSE(contains(board, "10時に"));

  CHECK(step(center, said.json(), "check", an).status == 403);
  auto read = only(center, binh);
  auto checked = step(center, read, "check", binh, {{"text", vietnamese + "\nMang theo bình nước."}});
  REQUIRE(checked.status == 200);
  CHECK(text_at(checked.json(), "/state") == "done");
  board = center.open("/board/vi").body;
  CHECK(contains(board, "Mang theo bình nước."));
  CHECK_FALSE(contains(board, "class=\"unconfirmed\""));
  CHECK(translations(center, binh).empty());
  auto all = translations(center, {}, "?done=1");
  CHECK(all.size() == 2);
  CHECK(contains(js::serialize(all), R"("translated_by":"V1")"));
  CHECK(contains(center.open("/board/ne").body, "10時に"));
}

TEST_CASE("the same text is one task, and what is translated is used at once by the next notice") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1"), binh = writer(center, "V2");
  free_notice(center);
  free_notice(center, source + "\n \n");
  CHECK(only(center, an).at("notices").as_array().size() == 2);
  finish(center, an, binh, vietnamese);
  for (const char* page : {"/board/vi/1", "/board/vi/2"})
    CHECK(contains(center.open(page).body, "Xe chở nước sẽ đến"));
  auto third = free_notice(center);
  CHECK(translations(center, an).empty());
  CHECK(contains(js::serialize(third.at("texts")), R"({"language":"vi","status":"checked","ready":true)"));
  CHECK(contains(center.open("/board/vi/3").body, "Xe chở nước sẽ đến"));
}

TEST_CASE("a volunteer sees and touches only languages that they write") {
  running_center center;
  center.activate();
  auto speaker = token_of(center, "V1", {}), an = writer(center, "V2");
  free_notice(center);
  auto one = only(center, an);
  CHECK(translations(center, speaker).empty());
  for (const char* what : {"claim", "release", "submit", "check"})
    CHECK(step(center, one, what, speaker,
               what == std::string("submit") ? js::object{{"text", "x"}} : js::object{})
              .status == 404);
  CHECK(center.get("/api/v1/translations/" + text_at(one, "/id") + "/memory", speaker).status == 404);
  CHECK(step(center, one, "claim", center.account("desk")).status == 403);
}

TEST_CASE("what was claimed is given back, also by signing out") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1"), binh = writer(center, "V2");
  free_notice(center);
  auto one = only(center, an);
  REQUIRE(step(center, one, "claim", an).status == 200);
  CHECK(text_at(step(center, one, "release", binh).json(), "/title") == "already_taken");
  REQUIRE(step(center, one, "release", an).status == 200);
  CHECK(text_at(only(center, binh), "/state") == "open");
  REQUIRE(step(center, one, "claim", an).status == 200);
  REQUIRE(center.staff({.method = "DELETE", .path = "/api/v1/sessions/current", .token = an}).status == 204);
  CHECK(text_at(only(center, binh), "/state") == "open");
}

TEST_CASE("a translation is clean, has a title and a body, and is not the source itself") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1");
  free_notice(center);
  auto one = only(center, an);
  auto code = [&](const std::string& text) {
    return text_at(step(center, one, "submit", an, {{"text", text}}).json(), "/errors/0/code");
  };
  CHECK(code(" \n ") == "required");
  CHECK(code("chỉ một dòng") == "format");
  CHECK(code(source) == "untranslated");
  CHECK(code(std::string(8001, 'x')) == "too_long");
  auto said = step(center, one, "submit", an, {{"text", "Một <b>\t hai\nBa\xE2\x80\xAE bốn"}});
  REQUIRE(said.status == 200);
  CHECK(text_at(said.json(), "/said") == "Một <b>  hai\nBa bốn");
  CHECK(contains(center.open("/board/vi").body, "Một &lt;b&gt;"));
}

TEST_CASE("a check is of what was read") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1"), binh = writer(center, "V2");
  free_notice(center);
  REQUIRE(step(center, only(center, an), "submit", an, {{"text", vietnamese}}).status == 200);
  auto read = only(center, binh);
  REQUIRE(step(center, only(center, an), "submit", an, {{"text", "Khác\nKhác"}}).status == 200);
  CHECK(step(center, read, "check", binh).status == 412);
  CHECK(center.post("/api/v1/translations/" + text_at(read, "/id") + "/check", js::object{}, binh).status ==
        428);
  CHECK(step(center, only(center, binh), "check", binh).status == 200);
}

TEST_CASE("a translation that is sent twice with one key is entered once") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1");
  free_notice(center);
  http_ask ask{.method = "POST",
               .path = "/api/v1/translations/" + text_at(only(center, an), "/id") + "/submit",
               .token = an,
               .body = js::serialize(js::object{{"text", vietnamese}}),
               .headers = {{"Idempotency-Key", "once"}}};
  auto first = center.staff(ask), again = center.staff(ask);
  CHECK(first.status == 200);
  CHECK(again.body == first.body);
}

TEST_CASE("a typed value in a topic is translated where it stands") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1"), binh = writer(center, "V2");
  auto topic = center.get("/api/v1/templates/rumours").json();
  js::object parameters;
  for (const auto& each : topic.at("parameters").as_array()) {
    REQUIRE(text_at(each, "/name").size() > 0);
    if (text_at(each, "/type") == "text")
      parameters[each.at("name").as_string()] = "うその話 " + text_at(each, "/name");
    else if (!each.at("example").is_null())
      parameters[each.at("name").as_string()] = each.at("example");
  }
  publish(center,
          {{"template", "rumours"}, {"parameters", parameters}, {"languages", js::array{"ja", "vi"}}});
  auto board = center.open("/board/vi").body;
  CHECK(contains(board, "うその話"));
  auto all = translations(center, an);
  REQUIRE(all.size() > 0);
  for (const auto& each : all) {
    REQUIRE(step(center, each, "submit", an, {{"text", "Tin đồn " + text_at(each, "/id")}}).status == 200);
    CHECK(contains(center.open("/board/vi").body, "Tin đồn " + text_at(each, "/id")));
  }
  CHECK_FALSE(contains(center.open("/board/vi/1").body, "うその話"));
  auto read = translations(center, binh)[0];
  REQUIRE(step(center, read, "check", binh, {{"text", "Đã kiểm tra"}}).status == 200);
  CHECK(contains(center.open("/board/vi/1").body, "Đã kiểm tra"));
}

TEST_CASE("a withdrawn notice has nothing left to translate, and a corrected one its new text") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1");
  auto notice = free_notice(center);
  auto corrected = act(center, notice, "correct", {{"text", "給水車は来ません\n道が通れません。"}});
  REQUIRE(corrected.status == 200);
  CHECK(contains(text_at(only(center, an), "/source"), "来ません"));
  REQUIRE(act(center, corrected.json(), "withdraw", {{"reason", "誤報"}}).status == 200);
  CHECK(translations(center, an).empty());
}

TEST_CASE("the memory offers what is alike, the nearest first") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1"), binh = writer(center, "V2");
  free_notice(center);
  finish(center, an, binh, vietnamese);
  free_notice(center, "給水車が来ます\n川崎市役所の前に11時に来ます。");
  auto one = only(center, an);
  auto offers =
      center.get("/api/v1/translations/" + text_at(one, "/id") + "/memory", an).json().at("items").as_array();
  REQUIRE(offers.size() >= 2);
  CHECK(offers[0].at("line").as_int64() == 1);
  CHECK(offers[0].at("percent").as_int64() == 100);
  CHECK(offers[0].at("checked").as_bool());
  CHECK(offers[1].at("line").as_int64() == 2);
  CHECK(offers[1].at("percent").as_int64() > 80);
  CHECK(contains(text_at(offers[1], "/said"), "10 giờ"));
}

TEST_CASE("what was translated in a drill stays in the drill") {
  running_center center;
  auto an = writer(center, "V1"), binh = writer(center, "V2");
  center.activate("drill");
  free_notice(center);
  finish(center, an, binh, vietnamese);
  REQUIRE(center.post("/api/v1/activations/current/close", js::object{}).status == 200);
  center.activate();
  free_notice(center);
  auto one = only(center, an);
  CHECK(text_at(one, "/state") == "open");
  CHECK(center.get("/api/v1/translations/" + text_at(one, "/id") + "/memory", an)
            .json()
            .at("items")
            .as_array()
            .empty());
}

TEST_CASE("when a notice expires, what nobody has translated of it is gone from the phones") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1");
  auto notice = free_notice(center);
  const auto one = text_at(only(center, an), "/id");
  event_stream told(center.staff_port(), "/api/v1/events", an);
  {
    store::connection aside(center.data() / "kotobashi.db", store::access::read_write);
    aside.run("UPDATE notice SET expires_at = 0 WHERE id = $id", "id", text_at(notice, "/id"));
  }
  CHECK(contains(told.until("\"kind\":\"gone\""), one));
}

TEST_CASE("claims and translations outlive a restart") {
  running_center center;
  center.activate();
  auto an = writer(center, "V1");
  free_notice(center);
  REQUIRE(step(center, only(center, an), "submit", an, {{"text", vietnamese}}).status == 200);
  center.restart();
  CHECK(text_at(only(center, an), "/said") == vietnamese);
  CHECK(contains(center.open("/board/vi").body, "Xe chở nước sẽ đến"));
}

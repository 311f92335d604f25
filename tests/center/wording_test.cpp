#include "tests/support/center/people.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace kotobashi::test;
namespace js = boost::json;

namespace {
const std::string all_reviews = "/api/v1/wording-reviews";

js::array items(const http_answer& from) {
  REQUIRE(from.status == 200);
  return from.json().at("items").as_array();
}

// The first text of the language that this reader may check.
js::value next_text(const running_center& center, const std::string& token) {
  auto all = items(center.get("/api/v1/wordings?language=vi&limit=1", token));
  REQUIRE(all.size() == 1);
  return all[0];
}

http_answer review(const running_center& center, const std::string& token, const js::value& of,
                   const std::optional<std::string>& said = {}) {
  js::object body{{"language", "vi"}, {"key", of.at("key")}, {"was", of.at("text")}};
  if (said) body["said"] = *said;
  return center.post(all_reviews, body, token);
}
http_answer decide(const running_center& center, const js::value& which, const std::string& how,
                   const std::string& token = {}) {
  return center.post(all_reviews + "/" + text_at(which, "/id") + "/" + how, js::object{}, token);
}

js::value text_named(const running_center& center, const std::string& token, const std::string& key) {
  for (const auto& each : items(center.get("/api/v1/wordings?language=vi&limit=500", token)))
    if (text_at(each, "/key") == key) return each;
  FAIL("no text " << key);
  return nullptr;
}

// The title of a notice that needs no values, as it would go out in Vietnamese now.
std::string title_now(const running_center& center) {
  auto got =
      center.post("/api/v1/preview", {{"template", "carbon_monoxide"}, {"languages", js::array{"vi"}}});
  CAPTURE(got.body);
  REQUIRE(got.status == 200);
  const auto read = got.json();
  for (const auto& each : read.at("texts").as_array())
    if (text_at(each, "/language") == "vi") return text_at(each, "/title");
  return {};
}

std::int64_t checked_phrases(const running_center& center) {
  for (const auto& each : items(center.get("/api/v1/languages/status")))
    if (text_at(each, "/language") == "vi") return each.at("phrases").at("checked").as_int64();
  return -1;
}
} // namespace

TEST_CASE("a text that a volunteer finds right is checked once staff accept it, also after a restart") {
  running_center center;
  auto an = writer(center, "V1", "vi");
  auto before = checked_phrases(center);
  auto text = next_text(center, an);
  CHECK_FALSE(text.at("source_says").as_array().empty());
  CHECK(text_at(text, "/status") == "drafted");
  auto made = review(center, an, text);
  REQUIRE(made.status == 201);
  CHECK_FALSE(made.json().as_object().contains("by"));
  CHECK(text_at(next_text(center, an), "/key") != text_at(text, "/key"));
  CHECK(checked_phrases(center) == before);

  auto open = items(center.get(all_reviews + "?state=open"));
  REQUIRE(open.size() == 1);
  CHECK(text_at(open[0], "/by") == "V1");
  CHECK_FALSE(open[0].as_object().contains("said"));
  CHECK(decide(center, open[0], "accept").status == 200);
  CHECK(checked_phrases(center) == before + 1);
  CHECK(text_at(decide(center, open[0], "accept").json(), "/title") == "wrong_state");
  center.restart();
  CHECK(checked_phrases(center) == before + 1);
}

TEST_CASE("another wording stands in notices once staff accept it, and the text's history is kept") {
  running_center center;
  auto an = writer(center, "V1", "vi"), binh = writer(center, "V2", "vi");
  auto text = text_named(center, an, "carbon_monoxide.title");
  const std::string key = text_at(text, "/key"), was = text_at(text, "/text"), said = was + " (khẩn)";
  REQUIRE(review(center, an, text, said).status == 201);
  REQUIRE(review(center, binh, text).status == 201);
  CHECK(title_now(center) == was);
  auto open = items(center.get(all_reviews + "?state=open&language=vi"));
  REQUIRE(open.size() == 2); // newest first
  CHECK(text_at(open[1], "/said") == said);
  CHECK(decide(center, open[1], "accept").status == 200);
  CHECK(items(center.get(all_reviews + "?state=open")).empty());
  CHECK(text_at(decide(center, open[0], "accept").json(), "/title") == "wrong_state");
  auto stale = review(center, writer(center, "V3", "vi"), text);
  CHECK(text_at(stale.json(), "/title") == "wrong_state");

  for (bool again : {false, true}) {
    if (again) center.restart();
    CHECK(title_now(center) == said);
    auto history = items(center.get(all_reviews + "?language=vi&key=" + key));
    REQUIRE(history.size() == 2);
    CHECK(text_at(history[0], "/state") == "overtaken");
    CHECK(text_at(history[1], "/state") == "accepted");
    CHECK(text_at(history[1], "/was") == was);
    auto sheet = center.get("/api/v1/wordings/accepted.csv?language=vi");
    REQUIRE(sheet.status == 200);
    CHECK(sheet.body.find(said) != sheet.body.npos);
    CHECK(sheet.body.find("✓,V1") != sheet.body.npos);
  }
}

TEST_CASE(
    "what is sent again after its answer was lost is answered as before, though the text is another by now") {
  running_center center;
  auto an = writer(center, "V1", "vi");
  auto text = text_named(center, an, "carbon_monoxide.title");
  const std::string said = text_at(text, "/text") + " (khẩn)";
  auto send = [&] {
    return center.staff(
        {.method = "POST",
         .path = all_reviews,
         .token = an,
         .body = js::serialize(js::object{
             {"language", "vi"}, {"key", text.at("key")}, {"was", text.at("text")}, {"said", said}}),
         .headers = {{"Idempotency-Key", "the-same-key"}}});
  };
  auto first = send();
  REQUIRE(first.status == 201);
  REQUIRE(decide(center, first.json(), "accept").status == 200);
  auto again = send();
  CHECK(again.status == 201);
  CHECK(text_at(again.json(), "/id") == text_at(first.json(), "/id"));
  CHECK(items(center.get(all_reviews)).size() == 1);
}

TEST_CASE("a wording that lint would refuse is refused, and says why") {
  running_center center;
  auto an = writer(center, "V1", "vi");
  js::value with_value;
  for (const auto& each : items(center.get("/api/v1/wordings?language=vi&limit=200", an)))
    if (with_value.is_null() && text_at(each, "/text").find('{') != std::string::npos) with_value = each;
  REQUIRE(with_value.is_object());
  struct wrong {
    std::string said, rule;
  };
  for (const auto& [said, rule] :
       {wrong{"Không có giá trị", "placeholders"}, wrong{"Sai {", "message"}, wrong{"", "empty"},
        wrong{text_at(with_value, "/text") + " 地震", "script"}}) {
    const auto& shown = said;
    CAPTURE(shown);
    auto got = review(center, an, with_value, said);
    CHECK(got.status == 422);
    const auto read = got.json();
    CHECK(text_at(read, "/errors/0/field") == "said");
    bool found = false;
    for (const auto& each : read.at("errors").as_array()) found = found || text_at(each, "/code") == rule;
    CHECK(found);
  }
  CHECK(items(center.get(all_reviews)).empty());
}

TEST_CASE("texts are for those who write the language, decisions for staff") {
  running_center center;
  auto an = writer(center, "V1", "vi"), sita = writer(center, "V2", "ne");
  auto text = next_text(center, an);
  CHECK(center.get("/api/v1/wordings?language=vi", sita).status == 403);
  CHECK(review(center, sita, text).status == 403);
  CHECK(center.get("/api/v1/wordings?language=xx", an).status == 422);
  CHECK(center.get("/api/v1/wordings?language=ja", an).status == 422);
  auto spoken = items(center.get("/api/v1/wordings/languages", an));
  CHECK(spoken == js::array{"vi"});
  REQUIRE(review(center, an, text).status == 201);
  auto open = items(center.get(all_reviews));
  CHECK(decide(center, open[0], "accept", an).status == 403);
  CHECK(center.get(all_reviews, an).status == 403);
  CHECK(decide(center, open[0], "decline").status == 200);
  CHECK(text_at(items(center.get(all_reviews))[0], "/state") == "declined");
  // who has spoken is not asked again, but others are
  CHECK(text_at(next_text(center, an), "/key") != text_at(text, "/key"));
  CHECK(text_at(next_text(center, writer(center, "V3", "vi")), "/key") == text_at(text, "/key"));
}

TEST_CASE("a notice that is out says a language by itself once all its wordings there are accepted") {
  running_center center;
  center.activate();
  auto publish = [&](const js::object& how) { // a critical topic: what nobody has confirmed waits
    js::object parameters{{"areas", js::array{"14131"}}, {"lifted_at", "2026-07-01T05:00:00Z"}};
    auto draft =
        center.post("/api/v1/notices", {{"template", "evacuation_lifted"}, {"parameters", parameters}});
    CAPTURE(draft.body);
    REQUIRE(draft.status == 201);
    auto path = "/api/v1/notices/" + text_at(draft.json(), "/id");
    auto sent = center.staff({.method = "POST",
                              .path = path + "/publish",
                              .token = center.lead(),
                              .body = js::serialize(how),
                              .headers = {{"If-Match", "\"1\""}}});
    REQUIRE(sent.status == 200);
    return path;
  };
  auto ready = [&](const std::string& path) {
    const auto seen = center.get(path).json();
    for (const auto& each : seen.at("texts").as_array())
      if (text_at(each, "/language") == "vi") return each.at("ready").as_bool();
    return false;
  };
  auto waits = publish({{"read_back", true}});
  auto left_out = publish({{"read_back", true}, {"languages", js::array{"ja"}}});
  auto an = writer(center, "V1", "vi");
  event_stream on_desk(center.staff_port(), "/api/v1/events", center.lead());
  std::string title;
  for (const char* key : {"common.areas", "common.lifted", "evacuation_lifted.return",
                          "common.return_carefully", "area.14131", "evacuation_lifted.title"}) {
    CAPTURE(key);
    CHECK_FALSE(ready(waits));
    js::value text;
    for (const auto& each : items(center.get("/api/v1/wordings?language=vi&limit=500", an)))
      if (text_at(each, "/key").ends_with(key)) text = each;
    if (text.is_null()) continue; // confirmed in the pack
    title = text_at(text, "/text");
    auto made = review(center, an, text);
    REQUIRE(made.status == 201);
    REQUIRE(decide(center, made.json(), "accept").status == 200);
  }
  CHECK(ready(waits));
  CHECK_FALSE(ready(left_out));
  CHECK(on_desk.until("notice.translated").find(waits.substr(waits.rfind('/') + 1)) != std::string::npos);
  CHECK(center.open("/board/vi/1").body.find(title) != std::string::npos);
  CHECK(center.get("/api/v1/audit").body.find("notice.translated") != std::string::npos);
}

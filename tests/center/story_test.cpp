#include "tests/support/center/center.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <thread>

using namespace kotobashi::test;
namespace js = boost::json;

namespace {
js::object earthquake() {
  return {{"template", "earthquake"},
          {"parameters", js::object{{"occurred_at", "2026-11-24T05:00:00+09:00"},
                                    {"areas", js::array{"14131"}},
                                    {"intensity", "five_upper"},
                                    {"magnitude", js::object{{"value", 8}, {"qualifier", "more_than"}}}}}};
}

// Makes and publishes a notice; its view.
js::value published(const running_center& center, const js::object& what) {
  auto draft = center.post("/api/v1/notices", what);
  REQUIRE(draft.status == 201);
  auto out = center.staff({.method = "POST",
                           .path = "/api/v1/notices/" + text_at(draft.json(), "/id") + "/publish",
                           .token = center.lead(),
                           .body = "{\"read_back\":true}",
                           .headers = {{"If-Match", draft.headers.at("etag")}}});
  REQUIRE(out.status == 200);
  return out.json();
}

http_answer step(const running_center& center, const js::value& notice, const std::string& verb,
                 const js::object& body) {
  return center.staff(
      {.method = "POST",
       .path = "/api/v1/notices/" + text_at(notice, "/id") + "/" + verb,
       .token = center.lead(),
       .body = js::serialize(body),
       .headers = {{"If-Match", '"' + std::to_string(notice.at("revision").as_int64()) + '"'}}});
}

js::object medical_request() {
  return {{"kind", "interpret"},
          {"mode", "on_site"},
          {"language", "vi"},
          {"specialty", "medical"},
          {"area", "14131"},
          {"summary", "小児科の受診"},
          {"place", "〇〇病院 2階"},
          {"starts_at", "2099-01-01T10:00:00+09:00"},
          {"ends_at", "2099-01-01T12:00:00+09:00"},
          {"admission", "first_come"}};
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}
} // namespace

TEST_CASE("a published notice is on the board with number 1 when the editor is told so") {
  running_center center;
  center.activate();
  CHECK_FALSE(contains(center.open("/board/en").body, "There was an earthquake"));
  auto notice = published(center, earthquake());
  CHECK(notice.at("number").as_int64() == 1);
  auto board = center.open("/board/en");
  CHECK(board.status == 200);
  CHECK(contains(board.body, "There was an earthquake"));
  CHECK(contains(board.body, "more than 8"));
  CHECK_FALSE(board.headers.contains("set-cookie"));
}

TEST_CASE("a correction and a withdrawal show at once, and an old text never stands as if it were valid") {
  running_center center;
  center.activate();
  auto notice = published(center, earthquake());
  auto changed = earthquake();
  changed["parameters"].as_object()["intensity"] = "six_lower";
  changed.erase("template");
  auto corrected = step(center, notice, "correct", changed);
  REQUIRE(corrected.status == 200);
  auto board = center.open("/board/en").body;
  CHECK(contains(board, "6 Lower"));
  CHECK_FALSE(contains(board, "5 Upper"));
  CHECK(step(center, notice, "withdraw", {{"reason", "誤報"}}).status == 412);
  REQUIRE(step(center, corrected.json(), "withdraw", {{"reason", "誤報"}}).status == 200);
  CHECK_FALSE(contains(center.open("/board/en").body, "6 Lower"));
}

TEST_CASE("an evacuation notice is read back before it goes") {
  running_center center;
  center.activate();
  auto topic = center.get("/api/v1/templates/evacuation").json();
  js::object parameters;
  for (const auto& each : topic.at("parameters").as_array())
    if (!each.at("example").is_null()) parameters[each.at("name").as_string()] = each.at("example");
  auto draft = center.post("/api/v1/notices", {{"template", "evacuation"}, {"parameters", parameters}});
  REQUIRE(draft.status == 201);
  http_ask publish{.method = "POST",
                   .path = "/api/v1/notices/" + text_at(draft.json(), "/id") + "/publish",
                   .token = center.lead(),
                   .body = "{}",
                   .headers = {{"If-Match", "\"1\""}}};
  auto refused = center.staff(publish);
  CHECK(refused.status == 422);
  CHECK(text_at(refused.json(), "/errors/0/field") == "read_back");
  publish.body = R"({"read_back":true})";
  CHECK(center.staff(publish).status == 200);
}

TEST_CASE("of two phones that claim at the same moment exactly one gets the request") {
  running_center center;
  center.activate();
  std::vector<running_center::phone> phones;
  for (int i = 0; i < 6; ++i) phones.push_back(center.volunteer("V" + std::to_string(i)));
  auto made = center.post("/api/v1/requests", medical_request());
  REQUIRE(made.status == 201);
  const std::string claim = "/api/v1/requests/" + text_at(made.json(), "/id") + "/claim";
  CHECK(text_at(center.post(claim, js::object{}, phones[0].token).json(), "/title") == "dispatch_stopped");
  REQUIRE(center
              .staff({.method = "PUT",
                      .path = "/api/v1/activations/current/dispatch",
                      .token = center.lead(),
                      .body = R"({"open":true,"areas":[]})"})
              .status == 200);
  std::vector<http_answer> answers(phones.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < phones.size(); ++i)
      threads.emplace_back([&, i] { answers[i] = center.post(claim, js::object{}, phones[i].token); });
  }
  int won = 0;
  for (const auto& each : answers) {
    won += each.status == 200;
    if (each.status == 200) CHECK(text_at(each.json(), "/place") == "〇〇病院 2階");
    if (each.status != 200) CHECK(text_at(each.json(), "/title") == "already_taken");
  }
  CHECK(won == 1);
}

TEST_CASE("an open request shows a volunteer no place, no contact, no details") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  REQUIRE(center.post("/api/v1/requests", medical_request()).status == 201);
  auto list = center.get("/api/v1/requests", phone.token);
  CHECK(list.json().at("items").as_array().size() == 1);
  CHECK_FALSE(contains(list.body, "病院 2階"));
}

TEST_CASE("a coordinator enters an acceptance by telephone") {
  running_center center;
  center.activate();
  auto person = center.volunteer("V1");
  auto made = center.post("/api/v1/requests", medical_request());
  center.staff({.method = "PUT",
                .path = "/api/v1/activations/current/dispatch",
                .token = center.lead(),
                .body = R"({"open":true})"});
  auto id = text_at(made.json(), "/id");
  auto called = center.post("/api/v1/requests/" + id + "/calls",
                            {{"volunteer", person.volunteer}, {"outcome", "accepted"}});
  REQUIRE(called.status == 201);
  CHECK(text_at(called.json(), "/state") == "taken");
  CHECK(called.json().at("assignments").at(0).at("by_telephone").as_bool());
}

TEST_CASE("a confidential inquiry is nowhere for those who are not named in it") {
  running_center center;
  center.activate();
  auto desk = center.account("desk");
  auto made = center.post(
      "/api/v1/inquiries",
      {{"channel", "phone"}, {"language", "vi"}, {"confidential", true}, {"content", "秘密の相談"}}, desk);
  REQUIRE(made.status == 201);
  auto path = "/api/v1/inquiries/" + text_at(made.json(), "/id");
  CHECK(center.get(path, desk).status == 200);
  CHECK(center.get(path).status == 404);
  CHECK(center.get("/api/v1/inquiries").json().at("items").as_array().empty());
  CHECK_FALSE(contains(center.get("/api/v1/overview").body, text_at(made.json(), "/id")));
  CHECK_FALSE(contains(center.get("/api/v1/audit").body, "秘密"));
}

TEST_CASE("a drill works on a copy of the roster and a real disaster ends it in one step") {
  running_center center;
  auto phone = center.volunteer("V1");
  auto drill = center.activate("drill");
  auto copy = center.get("/api/v1/volunteers").json().at("items").at(0);
  CHECK(text_at(copy, "/copy_of") == phone.volunteer);
  auto notice = published(center, earthquake());
  CHECK(contains(center.open("/board/ja").body, "訓練"));
  auto real = center.post("/api/v1/activations",
                          {{"title", "本当の地震"}, {"hazard", "earthquake"}, {"mode", "actual"}});
  CHECK(real.status == 422);
  real = center.post(
      "/api/v1/activations",
      {{"title", "本当の地震"}, {"hazard", "earthquake"}, {"mode", "actual"}, {"ends_drill", true}});
  CHECK(real.status == 201);
  CHECK_FALSE(contains(center.open("/board/ja").body, "地震がありました"));
  CHECK(text_at(center.get("/api/v1/volunteers").json().at("items").at(0), "/id") == phone.volunteer);
  CHECK(text_at(center.get("/api/v1/activations/" + drill + "/report").json(), "/activation/state") ==
        "closed");
}

TEST_CASE("the closing report counts what happened") {
  running_center center;
  auto id = center.activate();
  published(center, earthquake());
  center.post("/api/v1/inquiries",
              {{"channel", "phone"}, {"language", "vi"}, {"topic", "medical"}, {"content", "発熱"}});
  REQUIRE(center.post("/api/v1/activations/current/close", js::object{}).status == 200);
  auto report = center.get("/api/v1/activations/" + id + "/report").json();
  CHECK(report.at("notices").as_int64() == 1);
  CHECK(report.at("inquiries").as_int64() == 1);
  CHECK(js::serialize(report.at("inquiries_by")) ==
        R"([{"language":"vi","topic":"medical","channel":"phone","count":1}])");
  CHECK(contains(center.get("/api/v1/activations/" + id + "/report?format=text").body,
                 "ベトナム語 / 医療 / 電話: 1"));
  CHECK(center.post("/api/v1/notices", earthquake()).status == 409);
}

TEST_CASE("the state of every language adds up to what the source has") {
  running_center center;
  auto all = center.get("/api/v1/languages/status").json().at("items").as_array();
  REQUIRE(all.size() == 22);
  for (const auto& each : all)
    for (const char* part : {"phrases", "terms", "pages"}) {
      const auto& counts = each.at(part);
      std::int64_t sum = 0;
      for (const char* state : {"missing", "outdated", "drafted", "checked"})
        sum += counts.at(state).as_int64();
      CHECK(sum == counts.at("all").as_int64());
      CHECK(sum > 0);
    }
  CHECK(text_at(all[0], "/language") == "ja");
}

TEST_CASE("the OpenAPI document names every path of the table") {
  running_center center;
  auto document = center.get("/api/v1/openapi.json").json();
  CHECK(document.at("openapi").as_string() == "3.1.0");
  CHECK(document.at("paths").as_object().contains("/api/v1/requests/{id}/claim"));
}

TEST_CASE("the sample roster comes in, every bad row is named, and nobody comes in twice") {
  auto file = sample("roster/roster-cp932.csv");
  if (!file) return;
  running_center center;
  http_ask ask{.method = "POST",
               .path = "/api/v1/volunteers/import?dry_run=1",
               .token = center.lead(),
               .body = read_file(*file),
               .type = "text/csv"};
  auto dry = center.staff(ask);
  REQUIRE(dry.status == 200);
  CHECK(text_at(dry.json(), "/charset") == "CP932");
  CHECK(center.get("/api/v1/volunteers").json().at("items").as_array().empty());
  ask.path = "/api/v1/volunteers/import";
  auto done = center.staff(ask);
  REQUIRE(done.status == 200);
  auto outcome = done.json();
  auto accepted = outcome.at("accepted").as_int64();
  CHECK(accepted == 48);
  CHECK(outcome.at("blank").as_int64() == 1);
  std::string rejected;
  for (const auto& each : outcome.at("rejected").as_array())
    rejected += std::to_string(each.at("line").as_int64()) + ' ' + text_at(each, "/code") + '\n';
  CHECK(rejected == "62 duplicate\n63 unknown\n64 required\n66 range\n67 short_row\n");
  CHECK(center.get("/api/v1/volunteers?limit=500").json().at("items").as_array().size() ==
        static_cast<std::size_t>(accepted));
  auto again = center.staff(ask);
  CHECK(again.json().at("accepted").as_int64() == 0);
  auto csv = center.get("/api/v1/volunteers/export.csv");
  CHECK(csv.body.starts_with("\xEF\xBB\xBF"));
  CHECK_FALSE(contains(csv.body, "\n=HYPERLINK"));
}

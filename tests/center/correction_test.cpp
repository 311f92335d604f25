#include "server/model/instant.hpp"
#include "tests/support/center/center.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace kotobashi::test;
namespace js = boost::json;

namespace {
struct published_notice {
  explicit published_notice(const js::object& how = {}) {
    center.activate();
    auto draft = center.post("/api/v1/notices",
                             {{"template", "earthquake"}, {"parameters", parameters("five_upper")}});
    path = "/api/v1/notices/" + text_at(draft.json(), "/id");
    id = text_at(draft.json(), "/id");
    REQUIRE(step("publish", how).status == 200);
  }
  static js::object parameters(const char* intensity) {
    return {{"occurred_at", "2026-11-24T05:00:00+09:00"},
            {"areas", js::array{"14131"}},
            {"intensity", intensity}};
  }
  js::value now() const { return center.get(path).json(); }
  // Languages that are out.
  js::array ready() const {
    js::array out;
    const auto seen = now();
    for (const auto& each : seen.at("texts").as_array())
      if (each.at("ready").as_bool()) out.push_back(each.at("language"));
    return out;
  }
  http_answer step(const std::string& verb, const js::object& body) {
    auto revision = center.get(path).json().at("revision").as_int64();
    return center.staff({.method = "POST",
                         .path = path + "/" + verb,
                         .token = center.lead(),
                         .body = js::serialize(body),
                         .headers = {{"If-Match", '"' + std::to_string(revision) + '"'}}});
  }
  http_answer preview(const char* intensity, const std::string& corrects) {
    return center.post("/api/v1/preview", {{"template", "earthquake"},
                                           {"parameters", parameters(intensity)},
                                           {"languages", js::array{"en"}},
                                           {"corrects", corrects}});
  }

  running_center center;
  std::string path, id;
};

struct in_two_languages : published_notice {
  in_two_languages() : published_notice({{"languages", js::array{"ja", "en"}}}) {}
};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}
} // namespace

TEST_CASE_FIXTURE(published_notice,
                  "the board marks what a correction changed, and after a restart as well") {
  CHECK_FALSE(contains(center.open("/board/en").body, "<ins>"));
  REQUIRE(step("correct", {{"parameters", parameters("six_lower")}}).status == 200);
  CHECK(contains(center.open("/board/en").body, "<ins>Intensity 6 Lower</ins>"));
  center.restart();
  CHECK(contains(center.open("/board/en").body, "<ins>Intensity 6 Lower</ins>"));
  REQUIRE(step("correct", {{"parameters", parameters("six_lower")}}).status == 200);
  CHECK_FALSE(contains(center.open("/board/en").body, "<ins>")); // nothing is new in this one
}

TEST_CASE_FIXTURE(published_notice, "a preview of a correction marks what would be new") {
  auto seen = preview("six_lower", id);
  REQUIRE(seen.status == 200);
  CHECK(contains(seen.body, R"("text":"Intensity 6 Lower")"));
  CHECK(contains(seen.body, R"("parameter":"intensity","changed":true)"));
  CHECK_FALSE(contains(preview("five_upper", id).body, "changed"));
}

TEST_CASE_FIXTURE(published_notice, "a preview of a correction of no notice is refused by field") {
  auto seen = preview("six_lower", "0190a000-0000-7000-8000-000000000000");
  CHECK(seen.status == 422);
  CHECK(text_at(seen.json(), "/errors/0/field") == "corrects");
}

TEST_CASE_FIXTURE(in_two_languages, "a correction goes out in the languages that the notice went out in") {
  REQUIRE(ready() == js::array{"ja", "en"});
  for (int i = 0; i < 2; ++i) { // what was left out is handed on
    auto corrected = step("correct", {{"parameters", parameters("six_lower")}});
    REQUIRE(corrected.status == 200);
    CHECK(corrected.json().at("ready_count") == 2);
    CHECK(ready() == js::array{"ja", "en"});
  }
  CHECK_FALSE(contains(center.open("/board/vi").body, "6-"));
}

TEST_CASE_FIXTURE(in_two_languages, "a correction may choose its languages anew") {
  auto wish = [&](js::array languages) {
    return step("correct", {{"parameters", parameters("six_lower")}, {"languages", std::move(languages)}});
  };
  CHECK(text_at(wish({"ja", "xx"}).json(), "/errors/0/code") == "unknown");
  CHECK(text_at(wish({}).json(), "/title") == "not_ready");
  CHECK(wish({"ja", "vi"}).status == 200);
  CHECK(ready() == js::array{"ja", "vi"});
}

TEST_CASE_FIXTURE(published_notice, "once the center is closed notices are neither corrected nor withdrawn") {
  REQUIRE(center.post("/api/v1/activations/current/close", js::object{}).status == 200);
  for (bool reopened : {false, true}) {
    if (reopened) center.activate();
    CHECK(text_at(step("correct", {{"parameters", parameters("six_lower")}}).json(), "/title") ==
          "center_closed");
    CHECK(text_at(step("withdraw", {{"reason", "x"}}).json(), "/title") == "center_closed");
  }
  CHECK(text_at(now(), "/state") == "published");
}

TEST_CASE_FIXTURE(published_notice,
                  "a topic's expiry is counted from the publication, one that was given stays") {
  auto at = [](const js::value& from, const char* key) {
    return *kotobashi::from_rfc3339(text_at(from, std::string("/") + key));
  };
  auto seen = now();
  CHECK(at(seen, "expires_at") - at(seen, "published_at") == std::chrono::hours(24));
  const std::string given = "2100-01-01T00:00:00Z";
  auto draft = center.post(
      "/api/v1/notices",
      {{"template", "earthquake"}, {"parameters", parameters("five_upper")}, {"expires_at", given}});
  path = "/api/v1/notices/" + text_at(draft.json(), "/id");
  REQUIRE(step("publish", js::object{}).status == 200);
  CHECK(text_at(now(), "/expires_at") == given);
}

TEST_CASE_FIXTURE(published_notice,
                  "what cannot be is not taken: a time to come, a magnitude beyond all, less than nothing") {
  auto refused = [&](std::string_view topic, js::object with) {
    auto got = center.post("/api/v1/notices", {{"template", topic}, {"parameters", std::move(with)}});
    CHECK(got.status == 422);
    return text_at(got.json(), "/errors/0/field") + ' ' + text_at(got.json(), "/errors/0/code");
  };
  auto quake = [](const char* name, js::value value) {
    auto out = parameters("five_upper");
    out[name] = std::move(value);
    return out;
  };
  CHECK(refused("earthquake", quake("occurred_at", "2100-01-01T00:00:00Z")) ==
        "parameters.occurred_at range");
  CHECK(refused("earthquake", quake("magnitude", -5)) == "parameters.magnitude range");
  CHECK(refused("earthquake", quake("magnitude", 15)) == "parameters.magnitude range");
  auto log = center.post("/api/v1/log", {{"content", "x"}, {"at", "2100-01-01T00:00:00Z"}});
  CHECK(text_at(log.json(), "/errors/0/field") == "at");
}

TEST_CASE_FIXTURE(published_notice, "every page of the board is kept until it changes") {
  for (const char* page : {"/board/en", "/board/en/1", "/signage?languages=en,vi"}) {
    CAPTURE(page);
    auto before = center.open(page);
    REQUIRE(before.status == 200);
    REQUIRE(before.headers.contains("etag"));
    CHECK(center.open(page).headers.at("etag") == before.headers.at("etag"));
  }
  CHECK(center.open("/signage?languages=en,xx,vi,en&lang=zz").body ==
        center.open("/signage?languages=en,vi&lang=en").body);
  auto before = center.open("/board/en/1");
  REQUIRE(step("correct", {{"parameters", parameters("six_lower")}}).status == 200);
  CHECK(center.open("/board/en/1").headers.at("etag") != before.headers.at("etag"));
  CHECK(center.open("/board/en/2").status == 404);
}

TEST_CASE_FIXTURE(published_notice, "residents' phones that come back are told once that the board changed") {
  std::string cursor;
  {
    event_stream first(center.open_port(), "/events", "");
    REQUIRE(step("correct", {{"parameters", parameters("six_lower")}}).status == 200);
    std::string said = first.until("board.changed");
    auto at = said.rfind("id: ") + 4;
    cursor = said.substr(at, said.find('\n', at) - at);
  }
  event_stream meanwhile(center.open_port(), "/events", "");
  for (int i = 0; i < 3; ++i)
    REQUIRE(step("correct", {{"parameters", parameters("five_upper")}}).status == 200);
  meanwhile.until(text_at(now(), "/corrected_at")); // nothing is on its way any more
  event_stream again(center.open_port(), "/events?after=" + cursor, "");
  REQUIRE(step("withdraw", {{"reason", "to end the test with"}}).status == 200);
  const std::string& told = again.until(text_at(now(), "/withdrawn_at"));
  auto first = told.find("board.changed");
  CHECK(told.find("resync") == std::string::npos);
  CHECK(told.find("board.changed", first + 1) == told.rfind("board.changed")); // and the withdrawal
}

TEST_CASE_FIXTURE(published_notice, "a dialog is small, a telegram may be large") {
  auto send = [&](const char* type, const std::string& body) {
    return center
        .staff({.method = "POST",
                .path = "/api/v1/bulletins",
                .token = center.lead(),
                .body = body,
                .type = type})
        .status;
  };
  const std::string much(70'000, ' ');
  CHECK(send("application/json", R"({"hazard":"flood")" + much + "}") == 413);
  CHECK(send("application/xml", "<a>" + much + "</a>") == 422);
}

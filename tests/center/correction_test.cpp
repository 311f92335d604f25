#include "tests/support/center/center.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace kotobashi::test;
namespace js = boost::json;

namespace {
struct published_notice {
  published_notice() {
    center.activate();
    auto draft = center.post("/api/v1/notices",
                             {{"template", "earthquake"}, {"parameters", parameters("five_upper")}});
    path = "/api/v1/notices/" + text_at(draft.json(), "/id");
    id = text_at(draft.json(), "/id");
    REQUIRE(step("publish", js::object{}).status == 200);
  }
  static js::object parameters(const char* intensity) {
    return {{"occurred_at", "2026-11-24T05:00:00+09:00"},
            {"areas", js::array{"14131"}},
            {"intensity", intensity}};
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

#include "tests/support/center/center.hpp"

#include <doctest/doctest.h>

using namespace kotobashi::test;
namespace js = boost::json;

TEST_CASE("a text in which nothing can be seen is missing") {
  running_center center;
  const char* blank = "\u200B \u3000\uFEFF\n\u2060\u00AD";
  auto missing = [&](const std::string& path, const js::object& body, std::string_view field) {
    auto got = center.post(path, body);
    CAPTURE(got.body);
    CHECK(got.status == 422);
    CHECK(text_at(got.json(), "/errors/0/field") == field);
    CHECK(text_at(got.json(), "/errors/0/code") == "required");
  };
  missing("/api/v1/activations", {{"title", blank}, {"hazard", "earthquake"}, {"mode", "actual"}}, "title");
  center.activate();
  missing("/api/v1/inquiries", {{"channel", "phone"}, {"language", "vi"}, {"content", blank}}, "content");
  missing("/api/v1/log", {{"content", blank}}, "content");
  missing("/api/v1/accounts", {{"name", blank}, {"password", "long-enough"}, {"roles", js::array{"desk"}}},
          "name");
  missing("/api/v1/volunteers",
          {{"number", "V1"}, {"name", blank}, {"spoken", js::array{}}, {"does", js::array{}}}, "name");
  missing("/api/v1/notices", {{"text", blank}}, "text");
  missing("/api/v1/requests",
          {{"kind", "interpret"},
           {"mode", "phone"},
           {"language", "vi"},
           {"area", "14131"},
           {"summary", blank},
           {"starts_at", "2099-01-01T10:00:00+09:00"},
           {"ends_at", "2099-01-01T12:00:00+09:00"}},
          "summary");
}

#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kotobashi;
using namespace kotobashi::test;

TEST_CASE("a telephone number inside Arabic is isolated and reads from left to right") {
  const char* contact =
      R"({"contact":{"name":"水道局","phone":"044-200-3100","url":"https://example.jp/a"}})";
  CHECK(body("all", contact, "ar")
            .ends_with("للاتصال: \u2068水道局\u2069، \u2068044-200-3100\u2069، "
                       "\u2068https://example.jp/a\u2069"));
  auto text = rendered_text("all", contact, "ar");
  CHECK(
      words::to_html(text.body.back(), "ar") ==
      "للاتصال: <bdi lang=\"ja\" dir=\"ltr\">水道局</bdi>، <bdi lang=\"ar\" dir=\"ltr\">044-200-3100</bdi>، "
      "<bdi lang=\"ar\" dir=\"ltr\">https://example.jp/a</bdi>");
}

TEST_CASE("left-to-right text carries no isolates, whatever a person typed") {
  CHECK(body("all", R"({"note":"مرحبا 123"})", "en").ends_with("Note: مرحبا 123"));
  auto text = rendered_text("all", R"({"note":"مرحبا 123"})", "en");
  CHECK(words::to_html(text.body.back(), "en") == "Note: <bdi lang=\"ja\" dir=\"rtl\">مرحبا 123</bdi>");
}

TEST_CASE("a value without letters that must read from right to left says so") {
  using words::run, words::direction;
  std::vector<run> runs{{"من ", "ar", direction::rtl, {}, {}},
                        {"10:00 - 12:00", "ar", direction::rtl, {}, "when"}};
  CHECK(words::to_plain(runs, direction::rtl) == "من \u206710:00 - 12:00\u2069");
}

TEST_CASE("overrides of direction that a person typed are kept in the record and gone when shown") {
  CHECK(body("all", R"({"note":"ab\u202Ecd\u2067ef\u200Fgh"})", "en").ends_with("Note: abcdefgh"));
}

TEST_CASE("every value in Arabic is isolated and every isolate is closed") {
  auto text = body("all",
                   R"({"place":["city-hall","school"],"people":5,"money":{"amount":5,"currency":"JPY"},
                       "contact":"center","languages":["vi"],"note":"\u2068\u2068x"})",
                   "ar");
  int depth = 0, deepest = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    auto three = text.substr(i, 3);
    if (three == "\u2066" || three == "\u2067" || three == "\u2068") deepest = std::max(deepest, ++depth);
    if (three == "\u2069") --depth;
    CHECK(depth >= 0);
  }
  CHECK(depth == 0);
  CHECK(deepest == 1);
}

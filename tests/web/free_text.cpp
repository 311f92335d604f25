#include "server/web/pages.hpp"
#include "tests/web/samples.hpp"

#include <doctest/doctest.h>

namespace {
using namespace kotobashi;

std::string board(std::string_view language, const web::posted& one) {
  test::board shown = test::board_of({one});
  return web::board_page(test::real_library(), language, shown.view());
}
bool contains(const std::string& page, std::string_view what) {
  return page.find(what) != page.npos;
}
} // namespace

TEST_CASE("while a text that no template has is translated, its Japanese stands beside, marked as Japanese") {
  auto one = test::plain_notice("ja", "給水車が来ます", "10時に来ます。", 1);
  std::string page = board("vi", one);
  CHECK(contains(page, "<div class=\"body japanese\" lang=\"ja\" dir=\"ltr\">"));
  CHECK(contains(page, "10時に来ます。"));
  CHECK(contains(page, test::page_html("vi", "board.translating")));
  CHECK_FALSE(contains(board("ja", one), "class=\"body japanese\""));
}

TEST_CASE("a topic that is not ready in a language, and a withdrawn text, show no Japanese body") {
  auto topic = test::plain_notice("ja", "題名", "本文です。", 1);
  topic.record.template_ = "earthquake";
  CHECK_FALSE(contains(board("vi", topic), "本文です。"));
  auto gone = test::plain_notice("ja", "題名", "本文です。", 1);
  test::withdraw(gone, test::sample_now());
  CHECK_FALSE(contains(board("vi", gone), "本文です。"));
}

#include "server/text/runs.hpp"
#include "server/web/pages.hpp"
#include "tests/web/samples.hpp"

#include <doctest/doctest.h>

namespace {
using namespace kotobashi;
using test::board_of;
using test::page_html;
using test::real_library;

bool contains(const std::string& page, std::string_view what) {
  return page.find(what) != std::string::npos;
}
std::string plain(std::string_view language, std::string_view key) {
  words::page_text text = real_library().page(language, key);
  return words::to_plain(std::span<const words::run>(text.runs), text.direction);
}
test::board drill() {
  return board_of({test::sample_notice("earthquake", 1)}, activation_mode::drill);
}
} // namespace

TEST_CASE("a drill is marked in every language: banner, frame, page title and every notice's title") {
  for (const words::language& language : real_library().languages()) {
    CAPTURE(language.tag);
    std::string page = web::board_page(real_library(), language.tag, drill().view());
    CHECK(contains(page, "class=\"is-drill\""));
    CHECK(contains(page, "class=\"drill-banner\""));
    CHECK(contains(page, page_html(language.tag, "board.drill_banner")));
    CHECK(contains(page, "<title>" + words::escape_html(plain(language.tag, "board.drill_prefix"))));
    std::string mark =
        "<span class=\"drill-mark\">" + page_html(language.tag, "board.drill_prefix") + "</span>";
    CHECK(contains(page, "<h1>" + mark));
    if (contains(page, "<h2>")) CHECK(contains(page, "<h2>" + mark));
  }
}

TEST_CASE("in a drill the Japanese title beside is marked as well") {
  std::string page = web::board_page(real_library(), "en", drill().view());
  CHECK(contains(page,
                 "lang=\"ja\" dir=\"ltr\"><span class=\"drill-mark\">" + plain("ja", "board.drill_prefix")));
}

TEST_CASE("notice, chooser and signage of a drill are marked") {
  test::board board = drill();
  for (const std::string& page : {web::notice_page(real_library(), "en", board.view(), 1).value(),
                                  web::chooser_page(real_library(), board.view(), "en"),
                                  web::signage_page(real_library(), board.view(), {"en", "", ""})}) {
    CHECK(contains(page, "class=\"is-drill\""));
    CHECK(contains(page, "class=\"drill-banner\""));
    CHECK(contains(page, "<title>" + plain("en", "board.drill_prefix")));
  }
}

TEST_CASE("the chooser says drill in each language") {
  std::string page = web::chooser_page(real_library(), drill().view(), "");
  for (const words::language& language : real_library().languages()) {
    CAPTURE(language.tag);
    CHECK(contains(page, "<span class=\"drill-mark\">" + page_html(language.tag, "board.drill_prefix")));
  }
}

TEST_CASE("a real opening has no mark of a drill") {
  test::board board = board_of({test::sample_notice("earthquake", 1)});
  std::string page = web::board_page(real_library(), "en", board.view());
  CHECK_FALSE(contains(page, "is-drill"));
  CHECK_FALSE(contains(page, "drill-banner"));
  CHECK_FALSE(contains(page, "drill-mark"));
}

TEST_CASE("when a drill has ended the page says so and shows none of its notices") {
  test::board board =
      board_of({test::sample_notice("earthquake", 1)}, activation_mode::drill, activation_state::closed);
  std::string page = web::board_page(real_library(), "en", board.view());
  CHECK(contains(page, page_html("en", "board.drill_over")));
  CHECK_FALSE(contains(page, "<article"));
}

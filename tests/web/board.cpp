#include "server/text/runs.hpp"
#include "server/web/assets.hpp"
#include "server/web/pages.hpp"
#include "tests/web/samples.hpp"

#include <doctest/doctest.h>

namespace {
using namespace kotobashi;
using test::board_of;
using test::page_html;
using test::plain_notice;
using test::real_library;
using test::sample_now;

bool contains(const std::string& page, std::string_view what) {
  return page.find(what) != std::string::npos;
}
std::size_t count(const std::string& page, std::string_view what) {
  std::size_t found = 0;
  for (auto at = page.find(what); at != page.npos; at = page.find(what, at + what.size())) ++found;
  return found;
}
std::string page(std::string_view language, const test::board& board) {
  return web::board_page(real_library(), language, board.view());
}
} // namespace

TEST_CASE("what people typed reaches the page only escaped") {
  auto one = plain_notice("en", "<script>alert(1)</script>", "a & b \"c\" <img src=x onerror=alert(1)>", 1);
  one.record.source = notice_source{"<b>city</b>", text<60>("'>\"<"), std::nullopt};
  test::board board = board_of({one});
  board.center.names["en"] = "<i>Center</i>";
  std::string html = page("en", board);
  CHECK(contains(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK_FALSE(contains(html, "<script>"));
  CHECK_FALSE(contains(html, "<img"));
  CHECK_FALSE(contains(html, "<b>city"));
  CHECK_FALSE(contains(html, "<i>Center"));
}

TEST_CASE("a page has no inline script, style or handler") {
  for (std::string_view language : {"ja", "ja-simple", "ar"}) {
    std::string html =
        page(language, board_of({test::sample_notice("earthquake", 1)}, activation_mode::drill));
    CHECK(count(html, "<script") == 1);
    CHECK(contains(html, "<script src=\"/assets/board-"));
    CHECK_FALSE(contains(html, "<style"));
    CHECK_FALSE(contains(html, " style="));
    CHECK_FALSE(contains(html, " onclick="));
    CHECK_FALSE(contains(html, "javascript:"));
    CHECK_FALSE(contains(html, "http://"));
    CHECK_FALSE(contains(html, "https://"));
  }
}

TEST_CASE("a page says its language and direction") {
  CHECK(contains(page("ar", board_of({})), "<html lang=\"ar\" dir=\"rtl\">"));
  CHECK(contains(page("zh-Hans", board_of({})), "<html lang=\"zh-Hans\" dir=\"ltr\">"));
}

TEST_CASE("a notice shows number, title, body, source and times") {
  auto one = plain_notice("en", "Water truck", "Bring a bottle.", 7);
  one.record.source = notice_source{"Kawasaki City", text<60>("No. 12"), sample_now()};
  one.follows_number = 3;
  std::string html = page("en", board_of({one}));
  CHECK(contains(html, "id=\"n7\""));
  CHECK(contains(html, "Water truck"));
  CHECK(contains(html, "Bring a bottle."));
  CHECK(contains(html, "Kawasaki City No. 12"));
  CHECK(contains(html, page_html("en", "board.follows", {{"number", std::int64_t{3}}})));
  CHECK(contains(html, "14:57")); // published_at, Tokyo
}

TEST_CASE("plain Japanese has ruby with brackets for old browsers") {
  std::string html = page("ja-simple", board_of({test::sample_notice("earthquake", 1)}));
  CHECK(contains(html, "<ruby>"));
  CHECK(contains(html, "<rp>"));
  CHECK(contains(html, "<rt>"));
  CHECK_FALSE(contains(html, "｜"));
  CHECK_FALSE(contains(html, "《"));
}

TEST_CASE("values stand isolated from the words around them") {
  std::string html = page("ar", board_of({test::sample_notice("earthquake", 1)}));
  CHECK(contains(html, "<bdi dir=\"ltr\">044-435-7000</bdi>"));
}

TEST_CASE("the numbers of emergency services can be dialled in every language") {
  for (const words::language& language : real_library().languages()) {
    CAPTURE(language.tag);
    std::string html = page(language.tag, board_of({}));
    CHECK(contains(html, "<a href=\"tel:119\">119</a>"));
    CHECK(contains(html, "<a href=\"tel:110\">110</a>"));
  }
}

TEST_CASE("readers of other languages see the Japanese title beside") {
  auto one = test::sample_notice("earthquake", 1);
  std::string title = one.texts.front().title;
  REQUIRE(one.texts.front().language.value == "ja");
  CHECK(contains(page("en", board_of({one})), "<p class=\"japanese\" lang=\"ja\" dir=\"ltr\">" + title));
  CHECK_FALSE(contains(page("ja", board_of({one})), "class=\"japanese\""));
}

TEST_CASE("a drafted text carries that nobody has confirmed it") {
  auto one = plain_notice("en", "Title", "Body.", 1);
  CHECK_FALSE(contains(page("en", board_of({one})), page_html("en", "board.unconfirmed")));
  one.texts.front().status = text_status::drafted;
  CHECK(contains(page("en", board_of({one})), page_html("en", "board.unconfirmed")));
}

TEST_CASE("a language that is not ready reads that it is being translated, and where it can be read") {
  auto one = plain_notice("en", "Water truck", "Bring a bottle.", 1);
  auto waiting = one.texts.front();
  waiting.language = "ne";
  waiting.ready = false;
  waiting.title = "पानी";
  one.texts.push_back(waiting);
  std::string html = page("ne", board_of({one}));
  CHECK(contains(html, page_html("ne", "board.translating")));
  CHECK_FALSE(contains(html, "Bring a bottle."));
  CHECK_FALSE(contains(html, "पानी"));
  CHECK(contains(html, "href=\"/board/en/1\""));
}

TEST_CASE("who cannot read a critical notice yet is told to ask and to call, in every language, and never to "
          "wait") {
  for (bool corrected : {false, true}) {
    auto one = test::sample_notice("evacuation", 1);
    for (auto& each : one.texts) each.ready = each.language.value == "ja";
    if (corrected) test::correct(one, sample_now());
    test::board board = board_of({one});
    for (const words::language& language : real_library().languages()) {
      if (language.tag == "ja") continue;
      CAPTURE(language.tag);
      std::string html = page(language.tag, board);
      std::string card = html.substr(html.find("<article"), html.find("</article>") - html.find("<article"));
      CHECK(contains(card, page_html(language.tag, "board.urgent_untranslated")));
      CHECK(contains(card, "<a href=\"tel:0444357000\">"));
      CHECK(contains(card, "<a href=\"tel:0442002111\">"));
      CHECK_FALSE(contains(card, page_html(language.tag, "board.translating")));
      CHECK(contains(card, page_html(language.tag, "board.corrected_translating")) == corrected);
    }
  }
}

TEST_CASE(
    "the kind of a warning that is not ready stands in the reader's language where drafted texts go out") {
  auto one = test::sample_notice("evacuation", 1);
  for (auto& each : one.texts) each.ready = each.language.value == "ja";
  test::board board = board_of({one});
  std::string html = page("vi", board);
  CHECK(contains(html, *real_library().term("vi", "evacuation_level.4")));
  CHECK_FALSE(contains(html, "Thông tin lánh nạn"));
  CHECK(contains(html, page_html("vi", "board.unconfirmed")));
  board.center.policies.texts.drafted_goes_out = false;
  CHECK_FALSE(contains(page("vi", board), *real_library().term("vi", "evacuation_level.4")));
}

TEST_CASE("after a correction a language that is not ready never shows the old text") {
  auto one = plain_notice("en", "Old title", "Old order.", 1);
  test::correct(one, sample_now());
  std::string html = page("en", board_of({one}));
  CHECK(contains(html, page_html("en", "board.corrected_translating")));
  CHECK_FALSE(contains(html, "Old title"));
  CHECK_FALSE(contains(html, "Old order."));
}

TEST_CASE("a corrected notice shows the new text and when it was corrected") {
  auto one = plain_notice("en", "Old title", "Old order.", 1);
  test::correct(one, sample_now());
  auto fresh = plain_notice("en", "New title", "New order.", 1).texts.front();
  fresh.index = one.record.current;
  one.texts.push_back(fresh);
  std::string html = page("en", board_of({one}));
  CHECK(contains(html, "<ins>New</ins> order."));
  CHECK_FALSE(contains(html, "Old order."));
  CHECK(contains(html, "Corrected: "));
}

TEST_CASE("a correction shows what is new, in words and not only in colour") {
  for (std::string_view language : {"en", "ar", "ja-simple"}) {
    auto one = test::sample_notice("earthquake", 1);
    test::correct(one, sample_now());
    auto fresh = test::sample_notice("earthquake", 1, {{"intensity", "six_lower"}}).texts;
    for (auto& each : fresh) each.index = one.record.current;
    one.texts.insert(one.texts.end(), fresh.begin(), fresh.end());
    std::string html = page(language, board_of({one}));
    CAPTURE(language);
    CHECK(contains(html, page_html(language, "board.corrected")));
    std::string label = "<p class=\"changed\"><b class=\"change\">" + page_html(language, "board.changed");
    CHECK(count(html, label) == count(html, "class=\"changed\""));
    CHECK(count(html, label) > 0);
    CHECK(count(html, "<p class=\"changed\">") < count(html, "<p>"));
    CHECK(contains(html, "<ins>"));
  }
}

TEST_CASE("where a reader had no earlier text nothing is marked as changed") {
  auto one = plain_notice("en", "Title", "Order.", 1);
  one.texts.front().index = 2;
  auto earlier = plain_notice("vi", "Tiêu đề", "Lệnh.", 1).texts.front();
  one.texts.push_back(earlier);
  test::correct(one, sample_now());
  std::string html = page("en", board_of({one}));
  CHECK(contains(html, "Order."));
  CHECK_FALSE(contains(html, "<ins>"));
  CHECK_FALSE(contains(html, page_html("en", "board.changed")));
}

TEST_CASE("a correction is compared with the newest text that its readers could read") {
  auto one = plain_notice("en", "Title", "First order.", 1);
  auto second = one.texts.front(), third = plain_notice("en", "Title", "Last order.", 1).texts.front();
  second.index = 2, second.ready = false, third.index = 3;
  one.texts.insert(one.texts.begin(), {third, second});
  test::correct(one, sample_now());
  test::correct(one, sample_now());
  CHECK(contains(page("en", board_of({one})), "<ins>Last</ins> order."));
}

TEST_CASE("a withdrawn notice shows number and time and no body") {
  auto one = plain_notice("en", "Go to the hill", "Go now.", 4);
  one.record.critical = true;
  test::withdraw(one, sample_now());
  std::string html = page("en", board_of({one}));
  CHECK(contains(html, page_html("en", "board.withdrawn")));
  CHECK(contains(html, page_html("en", "board.number", {{"number", std::int64_t{4}}})));
  CHECK(contains(html, "Withdrawn: "));
  CHECK_FALSE(contains(html, "Go now."));
  CHECK_FALSE(contains(html, "class=\"urgent\""));
}

TEST_CASE("a withdrawn notice leaves the board after a day") {
  auto one = plain_notice("en", "Go to the hill", "Go now.", 4);
  test::withdraw(one, sample_now() - std::chrono::hours(24));
  CHECK_FALSE(contains(page("en", board_of({one})), "id=\"n4\""));
}

TEST_CASE("an expired notice is gone although its record does not say so yet") {
  auto one = plain_notice("en", "Title", "Body.", 1);
  one.record.expires_at = sample_now();
  CHECK_FALSE(contains(page("en", board_of({one})), "Body."));
  one.record.expires_at = sample_now() + std::chrono::seconds(1);
  CHECK(contains(page("en", board_of({one})), "Body."));
}

TEST_CASE("a draft is never on the board") {
  auto one = plain_notice("en", "Title", "Body.", 1);
  one.record.state = notice_state::draft;
  CHECK_FALSE(contains(page("en", board_of({one})), "Body."));
}

TEST_CASE("critical notices stand first, the others by their last change") {
  auto older = plain_notice("en", "Older", "x", 1), newer = plain_notice("en", "Newer", "x", 2);
  auto corrected = plain_notice("en", "Corrected", "x", 3), critical = plain_notice("en", "Critical", "x", 4);
  newer.record.published_at = sample_now() - std::chrono::minutes(20);
  corrected.record.corrected_at = sample_now() - std::chrono::minutes(5);
  critical.record.critical = true;
  std::string html = page("en", board_of({older, newer, corrected, critical}));
  CHECK(html.find(">Critical") < html.find(">Corrected<"));
  CHECK(html.find(">Corrected<") < html.find(">Newer"));
  CHECK(html.find(">Newer") < html.find(">Older"));
}

TEST_CASE("the page changes by itself at the next expiry or when a withdrawn notice leaves") {
  auto expiring = plain_notice("en", "A", "x", 1), withdrawn = plain_notice("en", "B", "x", 2);
  expiring.record.expires_at = sample_now() + std::chrono::hours(30);
  CHECK(web::next_change(board_of({expiring}).view()) == sample_now() + std::chrono::hours(30));
  test::withdraw(withdrawn, sample_now());
  CHECK(web::next_change(board_of({expiring, withdrawn}).view()) == sample_now() + std::chrono::hours(24));
  CHECK_FALSE(web::next_change(board_of({}).view()));
}

TEST_CASE("before opening and after closing the board says so and shows no notice") {
  auto one = plain_notice("en", "Title", "Body.", 1);
  std::string closed = page("en", board_of({one}, activation_mode::actual, activation_state::closed));
  CHECK(contains(closed, page_html("en", "board.closed")));
  CHECK_FALSE(contains(closed, "Body."));
  test::board never = board_of({});
  never.opening.reset();
  CHECK(contains(page("en", never), page_html("en", "board.standby")));
  CHECK(contains(page("en", board_of({})), page_html("en", "board.no_notices")));
}

TEST_CASE("a notice has a page of its own, in every language") {
  auto one = plain_notice("en", "Water truck", "Bring a bottle.", 7);
  test::board board = board_of({one});
  auto html = web::notice_page(real_library(), "en", board.view(), 7);
  REQUIRE(html);
  CHECK(contains(*html, "<h1><"
                        "bdi"));
  CHECK(contains(*html, "href=\"/board/vi/7\""));
  CHECK_FALSE(web::notice_page(real_library(), "en", board.view(), 8));
}

TEST_CASE("what is not there is said in the reader's language, or in Japanese where that is unknown") {
  CHECK(contains(web::missing_page(real_library(), "en", board_of({}).view()),
                 page_html("en", "board.not_found")));
  CHECK(contains(web::missing_page(real_library(), "xx", board_of({}).view()),
                 page_html("ja", "board.not_found")));
}

TEST_CASE("a language without a pack is the caller's mistake") {
  CHECK_THROWS_AS(page("xx", board_of({})), std::out_of_range);
}

TEST_CASE("a board of ten notices stays below 80 KB with its style sheet and script") {
  std::vector<web::posted> notices;
  for (std::string_view topic : test::ten_topics)
    notices.push_back(test::sample_notice(topic, static_cast<std::int64_t>(notices.size()) + 1));
  std::size_t shared = web::find_asset(web::asset_url("pages.css").substr(8))->bytes.size() +
                       web::find_asset(web::asset_url("board.js").substr(8))->bytes.size();
  for (const words::language& language : real_library().languages()) {
    CAPTURE(language.tag);
    CHECK(page(language.tag, board_of(notices)).size() + shared < 80'000);
  }
}

TEST_CASE("a notice's number counts notices, and is no report's on one event") {
  test::board board = board_of({plain_notice("ja", "給水", "10時から。", 4)});
  std::string html = web::notice_page(real_library(), "ja", board.view(), 4).value();
  CHECK(contains(html, "<title>お知らせ 4番 給水</title>"));
  CHECK(contains(html, "掲載："));
  CHECK_FALSE(contains(html, "4報"));
}

#include "server/text/langpack/sheet.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;
using namespace kotobashi::langpack;

namespace {
std::string page(std::string_view tag, const words::library& all = fixture()) {
  return to_review_page(make_sheet(all, tag).value());
}

std::size_t count(std::string_view in, std::string_view what) {
  std::size_t out = 0;
  for (auto at = in.find(what); at != in.npos; at = in.find(what, at + 1)) ++out;
  return out;
}

bool has(std::string_view in, std::string_view what) {
  return in.find(what) != in.npos;
}
} // namespace

TEST_CASE("the review page has a box and a number for every text, and needs nothing from elsewhere") {
  auto all = page("ar");
  CHECK(count(all, "<span class=\"tick\">") == 28);
  CHECK(has(all, "<span class=\"number\">28</span>"));
  CHECK(has(all, "size: A4 landscape"));
  CHECK(count(all, "<tbody>") == 3);
  CHECK(count(all, "<tbody>") == count(all, "</tbody>"));
  CHECK_FALSE(has(all, "<script"));
  CHECK_FALSE(has(all, "http"));
  CHECK_FALSE(has(all, "url("));
  CHECK(page("ar") == all); // no date in it
}

TEST_CASE("each text of the review page says its language and direction, in the language's fonts") {
  auto arabic = page("ar");
  CHECK(has(arabic, "<div class=\"text\" lang=\"ja\" dir=\"ltr\">地震がありました</div>"));
  CHECK(has(arabic, "<div class=\"english\" lang=\"en\" dir=\"ltr\">Earthquake</div>"));
  CHECK(has(arabic, "<div class=\"text\" lang=\"ar\" dir=\"rtl\">زلزال</div>"));
  CHECK(has(arabic, "<title>アラビア語 Arabic"));
  CHECK(has(arabic, ".own { font-family: \"Noto Sans\", sans-serif }"));
  CHECK_FALSE(has(page("en"), "class=\"english\""));
}

TEST_CASE("the review page shows ruby, names of values and every branch") {
  CHECK(has(page("ja-simple"), "<ruby>地震<rp>（</rp><rt>じしん</rt><rp>）</rp></ruby>"));
  auto english = page("en");
  CHECK(has(english, ">Time: <bdi class=\"value\" lang=\"en\" dir=\"ltr\">at</bdi></div>"));
  CHECK(has(english, ">It is open. <bdi class=\"branch\" lang=\"en\" dir=\"ltr\">[true]</bdi></div>"));
  CHECK(has(english, ">It is closed. <bdi class=\"branch\" lang=\"en\" dir=\"ltr\">[other]</bdi></div>"));
  CHECK(has(english, ">nobody <bdi class=\"branch\" lang=\"en\" dir=\"ltr\">[=0]</bdi></div>"));
  CHECK(has(english, "It may shake again.<br>Be careful."));
}

TEST_CASE("nothing in a pack becomes markup of the review page") {
  broken_fixture broken;
  broken.edit("langpacks/en/phrases.arb", "\"Earthquake\"", "\"<b>&\\\"\"");
  broken.edit("langpacks/en/phrases.arb", "Time: {at}", "Time: {at <i>");
  broken.edit("langpacks/en/pack.toml", "fonts = [\"", "fonts = [\"a\\\"</style><b>\", \"");
  auto all = broken.load();
  auto text = page("en", all);
  CHECK(has(text, ">&lt;b&gt;&amp;&quot;</div>"));
  CHECK(has(text, ">Time: {at &lt;i&gt;</div>")); // as it stands: ICU cannot read it
  CHECK_FALSE(has(text, "<b>"));
  CHECK(count(text, "</style>") == 1);
}

#include "server/model/json.hpp"
#include "server/text/runs.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;
using words::direction;
using words::run;

TEST_CASE("ruby in HTML shows brackets where a browser does not know it") {
  std::vector<run> runs{{"避難所", "ja-simple", direction::ltr, "ひなんじょ", {}},
                        {"へ", "ja-simple", direction::ltr, {}, {}}};
  CHECK(words::to_html(runs, "ja-simple") ==
        "<ruby><rb>避難所</rb><rp>（</rp><rt>ひなんじょ</rt><rp>）</rp></ruby>へ");
  CHECK(words::to_plain(runs, direction::ltr) == "避難所へ");
}

TEST_CASE("HTML escapes text, languages and readings") {
  std::vector<run> runs{{"<b>&\"'", "e\"n", direction::ltr, "<rt>", "p"}};
  CHECK(words::to_html(runs, "en") ==
        "<bdi lang=\"e&quot;n\" dir=\"ltr\"><ruby><rb>&lt;b&gt;&amp;&quot;&#39;</rb><rp>（"
        "</rp><rt>&lt;rt&gt;</rt><rp>）</rp></ruby></bdi>");
}

TEST_CASE("words of another language than the page's are marked") {
  std::vector<run> runs{{"Notices", "en", direction::ltr, {}, {}}};
  CHECK(words::to_html(runs, "ar") == "<span lang=\"en\" dir=\"ltr\">Notices</span>");
  CHECK(words::to_html(runs, "en") == "Notices");
}

TEST_CASE("a body is one paragraph a phrase and one line a paragraph") {
  std::vector<words::paragraph> body{{{"a", "en", direction::ltr, {}, {}}},
                                     {{"b", "en", direction::ltr, {}, {}}}};
  CHECK(words::to_html(body, "en") == "<p>a</p>\n<p>b</p>\n");
  CHECK(words::to_plain(body, direction::ltr) == "a\nb");
}

TEST_CASE("runs come back from JSON as they were") {
  auto text = rendered_text(
      "quake", R"({"at":"2011-03-11T05:46:00Z","intensity":"five_upper","areas":["14131"]})", "ja-simple");
  auto wire = json::write_string(text.body);
  CHECK(wire.starts_with(R"([[{"text":"時間","language":"ja-simple","direction":"ltr","ruby":"じかん"},)"
                         R"({"text":"：","language":"ja-simple","direction":"ltr"},)"
                         R"({"text":"2011","language":"ja-simple","direction":"ltr","parameter":"at"})"));
  auto back = json::read_string<std::vector<words::paragraph>>(wire);
  REQUIRE(back.has_value());
  CHECK(*back == text.body);
}

#include "server/web/accept_language.hpp"
#include "server/web/pages.hpp"
#include "tests/web/samples.hpp"

#include <doctest/doctest.h>

namespace {
using namespace kotobashi;

std::string wanted(std::string_view header) {
  std::string out;
  for (const words::language* one : web::wanted_languages(test::real_library(), header))
    out += (out.empty() ? "" : " ") + one->tag;
  return out;
}
} // namespace

TEST_CASE("Accept-Language finds the packs that a browser asks for, most wanted first") {
  struct row {
    std::string_view header, found;
  };
  for (const row& one : {row{"", ""}, row{"*", ""}, row{"vi", "vi"}, row{"en;q=0.5, ne-NP", "ne en"},
                         row{"zh-TW,zh;q=0.9,en;q=0.8", "zh-Hant zh-Hans en"}, row{"zh-HK", "zh-Hant"},
                         row{"zh-CN", "zh-Hans"}, row{"tl-PH", "fil"}, row{"pt-BR,pt;q=0.9", "pt"},
                         row{"xx,ar-EG;q=0.3", "ar"}, row{"en;q=0, fr", "fr"}, row{"JA-jp", "ja"},
                         row{"en ; q=0.1 , ko", "ko en"}, row{",,;q=,=", ""}, row{"en;q=bogus, th", "th"}}) {
    CAPTURE(one.header);
    CHECK(wanted(one.header) == one.found);
  }
}

TEST_CASE("a header of many wishes is read up to a limit") {
  std::string header;
  for (int i = 0; i < 1000; ++i) header += "xx,";
  CHECK(wanted(header + "en") == "");
}

TEST_CASE("the chooser shows every language by its own name, wanted ones first") {
  test::board board = test::board_of({});
  std::string page = web::chooser_page(test::real_library(), board.view(), "ne");
  for (const words::language& language : test::real_library().languages()) {
    CAPTURE(language.tag);
    CHECK(page.find("<a lang=\"" + language.tag + "\"") != page.npos);
    CHECK(page.find("href=\"/board/" + language.tag + "\"") != page.npos);
    CHECK(page.find(language.name + "</a>") != page.npos);
  }
  CHECK(page.find("href=\"/board/ne\"") < page.find("href=\"/board/ja\""));
}

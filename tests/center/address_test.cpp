#include "tests/support/center/center.hpp"

#include <doctest/doctest.h>

using namespace kotobashi::test;

TEST_CASE("an address that is nearly right leads to the page that was meant") {
  running_center center;
  struct row {
    std::string typed, meant;
  };
  for (const row& one :
       {row{"/board/en/", "/board/en"}, row{"/board/EN", "/board/en"}, row{"/board/EN/", "/board/en"},
        row{"/board/zh-hant/3/", "/board/zh-Hant/3"}, row{"/board/zh-TW", "/board/zh-Hant"},
        row{"/board/EN/7", "/board/en/7"}, row{"/board/EN/x%0D%0Ay", "/board/en"}, row{"/board", "/"},
        row{"/board/", "/"}, row{"/Board", "/"}, row{"/signage/", "/signage"}}) {
    CAPTURE(one.typed);
    auto got = center.open(one.typed);
    CHECK(got.status == 302);
    CHECK(got.headers["location"] == one.meant);
  }
  auto page = center.get("/v/");
  CHECK(page.status == 302);
  CHECK(page.headers["location"] == "/v");
}

TEST_CASE("an address that leads nowhere is answered with a page in the browser's language") {
  running_center center;
  auto ask = [&](const std::string& path) {
    return send(center.open_port(), {.path = path, .headers = {{"Accept-Language", "vi"}}});
  };
  for (const char* path : {"/notices", "/notices/", "/board/xx", "/board/xx/"}) {
    CAPTURE(path);
    auto got = ask(path);
    CHECK(got.status == 404);
    CHECK(got.headers["content-type"] == "text/html; charset=utf-8");
    CHECK(got.body.find("<html lang=\"vi\"") != std::string::npos);
  }
  CHECK(ask("/board/ne/99").body.find("<html lang=\"ne\"") != std::string::npos);
  CHECK(ask("/favicon.ico").headers["content-type"] == "application/problem+json");
  CHECK(ask("/api/v1/nothing").headers["content-type"] == "application/problem+json");
}

#include "server/model/json.hpp"
#include "server/text/runs.hpp"
#include "server/web/assets.hpp"
#include "server/web/embedded.hpp"
#include "server/web/pages.hpp"
#include "tests/web/samples.hpp"

#include <doctest/doctest.h>

#include <regex>

namespace {
using namespace kotobashi;

boost::json::object texts(std::string_view language) {
  auto all = json::parse(web::volunteer_texts(test::real_library(), language, "Asia/Tokyo"));
  return all.value().as_object();
}
} // namespace

TEST_CASE("every text that the volunteer's scripts name is sent to them") {
  auto sent = texts("ja").at("texts").as_object();
  std::regex name("'((?:volunteer|board|refusal|chooser)\\.[a-z_]+)'");
  std::size_t found = 0;
  for (const char* file : {"volunteer.js", "volunteer-cards.js", "volunteer-texts.js",
                           "volunteer-translations.js", "volunteer-wordings.js"}) {
    std::string script(web::embedded("static/" + std::string(file)));
    for (std::sregex_iterator at(script.begin(), script.end(), name), end; at != end; ++at) {
      std::string key = (*at)[1];
      CAPTURE(key);
      CHECK(sent.contains(key));
      ++found;
    }
  }
  CHECK(found > 20);
}

TEST_CASE("each kind, mode, specialty and state of a request has a text") {
  auto sent = texts("ja").at("texts").as_object();
  for (const char* key : {"volunteer.kind.interpret", "volunteer.kind.accompany", "volunteer.mode.on_site",
                          "volunteer.specialty.medical", "volunteer.state.offered", "volunteer.state.done",
                          "refusal.already_taken", "refusal.not_available", "area.14131", "language.vi"}) {
    CAPTURE(key);
    CHECK(sent.contains(key));
  }
}

TEST_CASE("ruby and values come as pieces of their own") {
  auto sent = texts("ja-simple").at("texts").as_object();
  CHECK(json::to_string(sent.at("volunteer.number")) == R"(["しごと ",{"value":"number"},["番","ばん"]])");
}

TEST_CASE("the volunteer's page tells the browser how to write dates") {
  CHECK(texts("ar").at("direction") == "rtl");
  CHECK(texts("ar").at("locale") == "ar-u-ca-gregory-nu-latn");
  CHECK(texts("ja-simple").at("hour12") == true);
  CHECK(texts("vi").at("hour12") == false);
  CHECK(texts("vi").at("time_zone") == "Asia/Tokyo");
}

TEST_CASE("the volunteer's page is a frame without anything inline") {
  std::string page = web::volunteer_page(test::real_library(), test::sample_center(), "ar");
  CHECK(page.find("<html lang=\"ar\" dir=\"rtl\">") != page.npos);
  CHECK(page.find("<script>") == page.npos);
  CHECK(page.find(" style=") == page.npos);
  CHECK(page.find("data-phone=\"044-435-7000\" data-hours=\"09:00–17:00\"") != page.npos);
}

TEST_CASE("the telephone stands in the volunteer's page before any script has run") {
  std::string page = web::volunteer_page(test::real_library(), test::sample_center(), "vi");
  auto footer = page.substr(page.find("<footer>"));
  CHECK(footer.find("<a href=\"tel:0444357000\">") != footer.npos);
  CHECK(footer.find("<a href=\"tel:0442002111\">") != footer.npos);
  CHECK(footer.find("(17:00–09:00)") != footer.npos);
}

TEST_CASE("assets are found by a name that changes with their content") {
  for (const web::asset& one : web::assets()) CHECK(web::find_asset(one.name) == &one);
  const std::string& url = web::asset_url("pages.css");
  CHECK(std::regex_match(url, std::regex("/assets/pages-[0-9a-f]{12}\\.css")));
  const web::asset* css = web::find_asset(url.substr(8));
  REQUIRE(css);
  CHECK(css->content_type == "text/css; charset=utf-8");
  CHECK(css->bytes == web::embedded("static/pages.css"));
  CHECK_FALSE(web::find_asset("pages.css"));
  CHECK_FALSE(web::find_asset("../templates/layout.mustache"));
}

TEST_CASE("headers of pages allow nothing inline and nothing from elsewhere") {
  auto headers = web::page_headers();
  REQUIRE(headers.front().first == "Content-Security-Policy");
  CHECK(headers.front().second.find("unsafe") == std::string::npos);
  CHECK(headers.front().second.starts_with("default-src 'none'"));
}

#include "server/web/pages.hpp"
#include "tests/web/samples.hpp"

#include <doctest/doctest.h>

namespace {
using namespace kotobashi;

std::string page(const web::signage_wish& wish) {
  return web::signage_page(test::real_library(), test::board_of({}).view(), wish);
}
bool leads_to(const std::string& html, std::string_view url) {
  return html.find("data-next=\"" + std::string(url) + "\"") != html.npos;
}
} // namespace

TEST_CASE("signage goes from language to language and starts again after the last") {
  CHECK(leads_to(page({"en", "en,vi,ne", ""}), "/signage?lang=vi&amp;languages=en,vi,ne"));
  CHECK(leads_to(page({"ne", "en,vi,ne", ""}), "/signage?lang=en&amp;languages=en,vi,ne"));
}

TEST_CASE("signage without a wish shows all languages from the first") {
  std::string html = page({"", "", ""});
  CHECK(html.find("<html lang=\"ja\"") != html.npos);
  CHECK(leads_to(html, "/signage?lang=ja-simple"));
}

TEST_CASE("signage passes over languages that there are not") {
  CHECK(leads_to(page({"xx", "xx,en,\"><script>,vi", ""}), "/signage?lang=vi&amp;languages=en,vi"));
}

TEST_CASE("signage leads on without script too") {
  std::string html = page({"en", "en,vi", ""});
  CHECK(html.find("<noscript><meta http-equiv=\"refresh\" "
                  "content=\"15;url=/signage?lang=vi&amp;languages=en,vi\">") != html.npos);
}

TEST_CASE("signage shows the board's address as a QR code where there is one") {
  CHECK(page({"en", "", ""}).find("<svg") == std::string::npos);
  CHECK(page({"en", "", "http://192.168.11.2:8081/"}).find("<svg class=\"qr\"") != std::string::npos);
}

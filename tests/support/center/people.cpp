#include "tests/support/center/people.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

namespace kotobashi::test {

namespace js = boost::json;

std::string token_of(const running_center& center, const std::string& number, const js::array& written) {
  auto made = center.post("/api/v1/volunteers", {{"number", number},
                                                 {"name", "模擬 " + number},
                                                 {"spoken", js::array{}},
                                                 {"written", written},
                                                 {"does", js::array{"translate"}},
                                                 {"state", "registered"}});
  REQUIRE(made.status == 201);
  auto link = center.post("/api/v1/volunteers/" + text_at(made.json(), "/id") + "/link", js::object{});
  auto url = text_at(link.json(), "/url");
  auto session =
      center.staff({.method = "POST",
                    .path = "/api/v1/sessions",
                    .body = js::serialize(js::object{{"link_token", url.substr(url.find('#') + 1)}})});
  REQUIRE(session.status == 201);
  return text_at(session.json(), "/token");
}
std::string writer(const running_center& center, const std::string& number, std::string_view language) {
  return token_of(center, number, {js::object{{"language", language}, {"level", "native"}}});
}

} // namespace kotobashi::test

#include "server/net/router.hpp"
#include "server/net/target.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::net {

namespace {

using api::body_kind;
using api::method;

api::reply nothing(api::services&, const api::call&) {
  return {};
}

constexpr api::endpoint at(method verb, std::string_view pattern, api::listener on = api::listener::staff) {
  return {verb, pattern, on, {}, body_kind::none, 0, &nothing, false, {}};
}

const api::endpoint table[] = {
    at(method::get, "/"),
    at(method::get, "/api/v1/notices"),
    at(method::post, "/api/v1/notices"),
    at(method::get, "/api/v1/notices/{id}"),
    at(method::post, "/api/v1/notices/{id}/publish"),
    at(method::get, "/api/v1/volunteers/export.csv"),
    at(method::patch, "/api/v1/volunteers/{id}"),
    at(method::get, "/api/v1/volunteers/{id}"),
    at(method::del, "/api/v1/volunteers/{id}/link"),
    at(method::post, "/api/v1/activations/current/close"),
    at(method::get, "/api/v1/activations/{id}"),
    at(method::get, "/cap/{id}.xml"),
    at(method::get, "/cap/{id}"),
    at(method::get, "/board/{lang}/{number}"),
    at(method::get, "/elsewhere", api::listener::open),
};

std::string found_for(verb asked, std::string_view path) {
  static const router routes(table, api::listener::staff);
  std::vector<std::string> parts;
  const auto found = routes.find(asked, path, parts);
  if (found.malformed) return "malformed";
  if (!found.endpoint) return found.allow.empty() ? "nothing" : "allow " + found.allow;
  std::string out(found.endpoint->pattern);
  for (const auto& each : parts) out += " " + each;
  return out;
}

} // namespace

TEST_CASE("a path leads to its endpoint and its parts") {
  const std::pair<std::string_view, std::string_view> paths[] = {
      {"/", "/"},
      {"/api/v1/notices", "/api/v1/notices"},
      {"/api/v1/notices/n-1", "/api/v1/notices/{id} n-1"},
      {"/api/v1/volunteers/export.csv", "/api/v1/volunteers/export.csv"},
      {"/api/v1/volunteers/export", "/api/v1/volunteers/{id} export"},
      {"/api/v1/activations/current", "/api/v1/activations/{id} current"},
      {"/cap/7.xml", "/cap/{id}.xml 7"},
      {"/cap/.xml", "/cap/{id} .xml"},
      {"/cap/7", "/cap/{id} 7"},
      {"/board/zh-Hans/12", "/board/{lang}/{number} zh-Hans 12"},
      {"/board/%E6%97%A5/a%2Fb", "/board/{lang}/{number} 日 a/b"},
      {"/api/v1/%6eotices", "/api/v1/notices"},
  };
  for (const auto& [path, expected] : paths) {
    const auto& shown = path;
    CAPTURE(shown);
    CHECK(found_for(verb::get, path) == expected);
  }
}

TEST_CASE("a path that isn't in the table leads nowhere") {
  for (const std::string_view path :
       {"/api", "/api/v1/notices/", "/api/v1//notices", "//", "/board/en/", "/board//1", "/elsewhere",
        "/api/v1/notices/../notices", "/api/v1/notices/a/b", "/api%2Fv1/notices"}) {
    CAPTURE(path);
    CHECK(found_for(verb::get, path) == "nothing");
  }
}

TEST_CASE("a path with other methods names them") {
  CHECK(found_for(verb::del, "/api/v1/notices") == "allow GET, HEAD, POST");
  CHECK(found_for(verb::get, "/api/v1/notices/1/publish") == "allow POST");
  CHECK(found_for(verb::other, "/api/v1/volunteers/1") == "allow GET, HEAD, PATCH");
}

TEST_CASE("a fixed segment gives way to a part where it leads nowhere") {
  CHECK(found_for(verb::del, "/api/v1/volunteers/export.csv/link") ==
        "/api/v1/volunteers/{id}/link export.csv");
  CHECK(found_for(verb::post, "/api/v1/activations/current/close") == "/api/v1/activations/current/close");
}

TEST_CASE("HEAD finds what GET finds") {
  CHECK(found_for(verb::head, "/api/v1/notices/1") == "/api/v1/notices/{id} 1");
  CHECK(found_for(verb::head, "/api/v1/notices/1/publish") == "allow POST");
}

TEST_CASE("broken escapes, U+0000 and what isn't UTF-8 are malformed") {
  for (const std::string_view path : {"/board/%", "/board/%4", "/board/%zz/1", "/board/a%00/1",
                                      "/board/%ff/1", "/board/%C0%AF/1", "/board/%ED%A0%80/1"}) {
    CAPTURE(path);
    CHECK(found_for(verb::get, path) == "malformed");
  }
}

TEST_CASE("two endpoints in one place are a bug of the table") {
  const api::endpoint twice[] = {at(method::get, "/a/{x}"), at(method::get, "/a/{y}")};
  CHECK_THROWS_AS(router(twice, api::listener::staff), std::logic_error);
}

TEST_CASE("a query is read as forms write it") {
  std::vector<std::pair<std::string, std::string>> pairs;
  REQUIRE(parse_query("limit=50&after=a%2Bb+c&&flag&=x", pairs));
  const std::vector<std::pair<std::string, std::string>> expected{
      {"limit", "50"}, {"after", "a+b c"}, {"flag", ""}, {"", "x"}};
  CHECK(pairs == expected);
  CHECK(parse_query("", pairs));
  CHECK(pairs.empty());
  for (const std::string_view broken : {"a=%", "a%0=1", "a=%00", "a=%ff"}) {
    CAPTURE(broken);
    CHECK_FALSE(parse_query(broken, pairs));
  }
}

} // namespace kotobashi::net

#include "server/net/head.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>

namespace kotobashi::net {

using namespace std::string_view_literals;

namespace {

using found = std::variant<std::size_t, std::monostate, head_error>;

unsigned refused(std::string_view bytes, const limits& bounds = {}) {
  const auto read = parse_head(bytes, bounds);
  const auto* wrong = std::get_if<head_error>(&read);
  return wrong ? wrong->status : 0;
}

head read(std::string_view bytes) {
  return std::get<head>(parse_head(bytes, limits{}));
}

// Gives the finder one byte more each time, as the slowest client would.
found find_bytewise(std::string_view bytes, const limits& bounds = {}) {
  head_finder finder;
  found last;
  for (std::size_t have = 1; have <= bytes.size(); ++have) {
    last = finder.find(bytes.substr(0, have), bounds);
    if (!std::holds_alternative<std::monostate>(last)) break;
  }
  return last;
}

} // namespace

TEST_CASE("a head ends at its empty line, however it arrives") {
  const std::string_view bytes = "GET / HTTP/1.1\r\nHost: a\r\n\r\nrest";
  CHECK(std::get<std::size_t>(find_bytewise(bytes)) == bytes.size() - 4);
  head_finder finder;
  CHECK(std::get<std::size_t>(finder.find(bytes, limits{})) == bytes.size() - 4);
}

TEST_CASE("a line that ends with LF alone is refused as soon as it is seen") {
  for (const std::string_view bytes :
       {"GET / HTTP/1.1\n", "\n", "GET / HTTP/1.1\r\nHost: a\n", "GET / HTTP/1.1\r\nHost: a\r\n\n"}) {
    CAPTURE(bytes);
    CHECK(std::get<head_error>(find_bytewise(bytes)).status == 400);
  }
}

TEST_CASE("an empty line before the request line is refused") {
  CHECK(std::get<head_error>(find_bytewise("\r\nGET / HTTP/1.1\r\n")).status == 400);
}

TEST_CASE("a head over the limit is refused before it ends") {
  limits small;
  small.head_bytes = 64;
  const std::string long_line = "GET /" + std::string(80, 'a');
  CHECK(std::get<head_error>(find_bytewise(long_line, small)).status == 414);
  const std::string long_field = "GET / HTTP/1.1\r\nA: " + std::string(80, 'a');
  CHECK(std::get<head_error>(find_bytewise(long_field, small)).status == 431);
  head_finder at_once;
  const std::string whole = long_field + "\r\n\r\n";
  CHECK(std::get<head_error>(at_once.find(whole, small)).status == 431);
}

TEST_CASE("a head says what was asked") {
  const head one = read(
      "POST /a?b=c HTTP/1.1\r\nhOST: center.example:8080\r\nContent-Length: 12\r\nContent-Type:text/csv \r\n"
      "Authorization: Bearer abc\r\nIdempotency-Key:  k1\t\r\nIf-Match: \"7\"\r\nExpect: "
      "100-Continue\r\n\r\n");
  CHECK(one.verb == verb::post);
  CHECK(one.target == "/a?b=c");
  CHECK(one.host == "center.example:8080");
  CHECK(one.length == 12);
  CHECK(one.content_type == "text/csv");
  CHECK(one.authorization == "Bearer abc");
  CHECK(one.idempotency_key == "k1");
  CHECK(one.if_match == "\"7\"");
  CHECK(one.expects_continue);
  CHECK_FALSE(one.close);
}

TEST_CASE("methods are known by their exact names") {
  const std::pair<std::string_view, verb> table[] = {
      {"GET", verb::get},       {"HEAD", verb::head}, {"POST", verb::post},
      {"PATCH", verb::patch},   {"PUT", verb::put},   {"DELETE", verb::del},
      {"OPTIONS", verb::other}, {"get", verb::other}, {"GETT", verb::other}};
  for (const auto& [name, expected] : table) {
    const auto& shown = name;
    CAPTURE(shown);
    CHECK(read(std::string(name) + " / HTTP/1.1\r\nHost: a\r\n\r\n").verb == expected);
  }
}

TEST_CASE("the connection ends where the client says so or speaks HTTP/1.0") {
  CHECK(read("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Close\r\n\r\n").close);
  CHECK(read("GET / HTTP/1.0\r\nHost: a\r\n\r\n").close);
  CHECK(read("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n\r\n").upgrades);
}

TEST_CASE("what is no request is refused with its reason's status") {
  const std::pair<std::string_view, unsigned> table[] = {
      {"GET /\r\nHost: a\r\n\r\n", 400},
      {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400},
      {" GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / http/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.x\r\nHost: a\r\n\r\n", 505},
      {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
      {"GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505},
      {"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /#x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /\x80 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /\r HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\n\tX: b\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX: \x7f\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX\x01: a\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1 1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 411},
      {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 411},
      {"POST / HTTP/1.1\r\nHost: a\r\ntransfer-encoding:\r\n\r\n", 411},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: identity\r\n\r\n", 411},
      {"POST / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n\r\n", 417},
      {"GET / HTTP/1.1\r\nHost: a\r\nCookie: a=1\r\nCookie: a=2\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", 400},
  };
  for (const auto& [bytes, status] : table) {
    const auto& shown = bytes;
    CAPTURE(shown);
    CHECK(refused(bytes) == status);
  }
  CHECK(refused("GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n"sv) == 400);
}

TEST_CASE("too many fields and too long a target have their own statuses") {
  limits small;
  small.fields = 3;
  small.target_bytes = 10;
  CHECK(refused("GET / HTTP/1.1\r\nHost: a\r\nB: b\r\nC: c\r\n\r\n", small) == 0);
  CHECK(refused("GET / HTTP/1.1\r\nHost: a\r\nB: b\r\nC: c\r\nD: d\r\n\r\n", small) == 431);
  CHECK(refused("GET /12345678901 HTTP/1.1\r\nHost: a\r\n\r\n", small) == 414);
}

TEST_CASE("bytes over 127 are allowed in values, where old clients put them") {
  CHECK(read("GET / HTTP/1.1\r\nHost: a\r\nX: \xe6\x9d\xb1\r\nAccept-Language: ja\r\n\r\n").accept_language ==
        "ja");
}

TEST_CASE("a word is found in a list in any case") {
  CHECK(lists_word("a, Close ,b", "close"));
  CHECK_FALSE(lists_word("closed", "close"));
  CHECK_FALSE(lists_word("", "close"));
}

} // namespace kotobashi::net

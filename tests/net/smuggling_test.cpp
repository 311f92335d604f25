#include "tests/net/wire.hpp"
#include "tests/net/world.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

namespace kotobashi::test {

// Each of these is read in two ways by two programs somewhere, so that a second request hides in the first.
// What is asked here: exactly one answer, a refusal, and the end of the connection; the hidden request never
// reaches a handler.
TEST_CASE("a request that could hide another is refused and ends the connection") {
  const std::string hidden = "GET /hello/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
  auto post = [](std::string_view fields, const std::string& body) {
    return "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
           std::string(fields) + "\r\n" + body;
  };
  const std::pair<std::string, unsigned> corpus[] = {
      {post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden), 411},
      {post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "5c\r\n" + hidden + "\r\n0\r\n\r\n"), 411},
      {post("Transfer-Encoding: chunked\r\n", "0\r\nX-Trailer: a\r\n\r\n" + hidden), 411},
      {post("Transfer-Encoding: xchunked\r\n", hidden), 411},
      {post("Transfer-Encoding: gzip, chunked\r\n", hidden), 411},
      {post("Transfer-Encoding:\tchunked\r\n", hidden), 411},
      {post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", hidden), 411},
      {post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n" + hidden), 400},
      {post("X: y\r\n Transfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden), 400},
      {post("X: y\n Transfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden), 400},
      {post("X: y\rTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden), 400},
      {post("Transfer\x0b-Encoding: chunked\r\n", "0\r\n\r\n" + hidden), 400},
      {post("Content-Length: 0\r\nContent-Length: 44\r\n", hidden), 400},
      {post("Content-Length: 44\r\nContent-Length: 44\r\n", hidden), 400},
      {post("Content-Length: 0, 44\r\n", hidden), 400},
      {post("Content-Length: 44;\r\n", hidden), 400},
      {post("Content-Length: \"44\"\r\n", hidden), 400},
      {post("Content-Length: -0\r\n", hidden), 400},
      {post("Content-Length : 44\r\n", hidden), 400},
      {post("Content-Length\t: 44\r\n", hidden), 400},
      {post("Content-\r\nLength: 44\r\n", hidden), 400},
      {"POST /form HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n" + hidden, 400},
      {"POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\n" + hidden, 400},
      {"GET /page HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n" + hidden, 400},
      {"GET /page HTTP/1.1\r\nHost: localhost\r\nX: a\r\n\tb\r\n\r\n" + hidden, 400},
      {"GET /page HTTP/1.1\r\n\r\n" + hidden, 400},
      {"GET /page\r\nHost: localhost\r\n\r\n" + hidden, 400},
      {"\r\nGET /page HTTP/1.1\r\nHost: localhost\r\n\r\n" + hidden, 400},
      {"GET /page HTTP/1.1 HTTP/1.1\r\nHost: localhost\r\n\r\n" + hidden, 400},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + hidden, 505},
      {"GET /page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 44\r\n\r\n" + hidden, 413},
      {post("Content-Length: 18446744073709551615\r\n", hidden), 413},
      {post("Content-Length: 18446744073709551616\r\n", hidden), 400},
  };
  world here;
  for (const auto& [bytes, status] : corpus) {
    const auto& shown = bytes;
    CAPTURE(shown);
    wire client(here.open());
    client.send(bytes);
    const answer got = client.read_answer();
    CHECK(got.status == status);
    CHECK(got.header("connection") == "close");
    CHECK(client.ended());
  }
  CHECK(here.stage().seen.empty());
}

TEST_CASE("a body is never taken for a request") {
  world here;
  wire client(here.open());
  const std::string hidden = "GET /hello/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
  client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
              std::to_string(hidden.size()) + "\r\n\r\n" + hidden +
              "GET /hello/you HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(client.read_answer().body == hidden);
  CHECK(client.read_answer().body == "hello you");
  CHECK(here.stage().seen.size() == 2);
}

} // namespace kotobashi::test

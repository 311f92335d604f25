#include "server/net/server.hpp"
#include "tests/net/wire.hpp"
#include "tests/net/world.hpp"

#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

namespace kotobashi::test {

namespace {

// Why a server with these settings doesn't start; empty when it does.
std::string complaint(net::server_settings how) {
  boost::asio::io_context io(1);
  known_tokens tokens;
  event_book events(io);
  scene stage(io);
  try {
    const net::server made(io, {}, reinterpret_cast<api::services&>(stage), tokens, events, nullptr,
                           std::move(how));
    return {};
  } catch (const std::runtime_error& why) {
    return why.what();
  }
}

} // namespace

TEST_CASE("a port that is taken is one clear line") {
  world here;
  const std::string taken = "127.0.0.1:" + std::to_string(here.open());
  CHECK(complaint({.listen = taken, .open = ""}) == "--listen " + taken + ": Address already in use");
  CHECK(complaint({.listen = "127.0.0.1:0", .open = taken}) ==
        "--public " + taken + ": Address already in use");
}

TEST_CASE("an address that is none, or isn't ours, is one clear line") {
  for (const std::string wrong :
       {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1", "host:80",
        "::1:80", "[127.0.0.1]:80", "[::1:80", "127.0.0.1:80 "}) {
    CAPTURE(wrong);
    CHECK(complaint({.listen = wrong, .open = ""}) == "--listen " + wrong + ": that is not ADDRESS:PORT");
  }
  CHECK(complaint({.listen = "127.0.0.1:0", .open = "192.0.2.1:80"}) ==
        "--public 192.0.2.1:80: Cannot assign requested address");
}

TEST_CASE("staff are not served in plain text beyond this machine") {
  CHECK(complaint({.listen = "0.0.0.0:0", .open = ""}) ==
        "--listen 0.0.0.0:0: without TLS only a loopback address will do");
  CHECK(complaint({.listen = "[::]:0", .open = ""}) ==
        "--listen [::]:0: without TLS only a loopback address will do");
  CHECK(complaint({.listen = "127.0.0.1:0", .open = "0.0.0.0:0"}) == "");
  CHECK(complaint({.listen = "localhost:0", .open = ""}) == "");
}

TEST_CASE("a server that was stopped leaves its ports to the next") {
  std::string staff, open;
  {
    world here;
    staff = "127.0.0.1:" + std::to_string(here.staff());
    open = "127.0.0.1:" + std::to_string(here.open());
    CHECK(status_of(here.open(), "GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n") == 200);
  }
  CHECK(complaint({.listen = staff, .open = open}) == "");
}

} // namespace kotobashi::test

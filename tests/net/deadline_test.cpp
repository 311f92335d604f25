#include "tests/net/wire.hpp"
#include "tests/net/world.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <future>
#include <string>

namespace kotobashi::test {

using namespace std::chrono_literals;

namespace {

// The server's count of bytes says that it has read what the client sent.
void until_read(world& here, std::uint64_t bytes) {
  here.wait_for([&here, bytes] { return here.server().counts().bytes_read >= bytes; });
}

void until_open(world& here, std::uint64_t count) {
  here.wait_for([&here, count] { return here.server().counts().connections_open == count; });
}

} // namespace

TEST_CASE("a head has to be whole within its time, however often a byte comes") {
  world here;
  wire client(here.open());
  const std::string slow = "GET /page HTTP/1.1\r\n";
  for (std::size_t i = 0; i < 9; ++i) {
    client.send(slow.substr(i, 1));
    until_read(here, i + 1);
    here.pass(1s);
  }
  CHECK(here.counts().deadlines_missed == 0);
  here.pass(2s);
  CHECK(client.read_answer().status == 408);
  CHECK(client.ended());
  CHECK(here.counts().deadlines_missed == 1);
}

TEST_CASE("a body has to be whole within its time") {
  world here;
  wire client(here.open());
  const std::string head = "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                           "application/json\r\nContent-Length: 100\r\n\r\n";
  client.send(head + "{");
  until_read(here, head.size() + 1);
  here.pass(50s);
  client.send(" ");
  until_read(here, head.size() + 2);
  here.pass(11s);
  CHECK(client.read_answer().status == 408);
  CHECK(client.ended());
  CHECK(here.stage().seen.empty());
}

TEST_CASE("a client with nothing to ask is let go without a word") {
  world here;
  wire client(here.open());
  client.send("GET /hello/you HTTP/1.1\r\nHost: localhost\r\n\r\n");
  client.read_answer();
  here.pass(74s);
  client.send("GET /hello/you HTTP/1.1\r\nHost: localhost\r\n\r\n");
  client.read_answer();
  here.pass(74s);
  CHECK(here.counts().connections_open == 1);
  here.pass(2s);
  CHECK(client.ended());
}

TEST_CASE("a client that never asks anything is let go") {
  world here;
  wire client(here.open());
  until_open(here, 1);
  here.pass(76s);
  CHECK(client.ended());
}

TEST_CASE("a client that doesn't take its answer is let go") {
  world here;
  wire client(here.open(), nullptr, 65'536);
  client.send("GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n");
  client.read_until("\r\n\r\n");
  here.pass(31s);
  here.pass(31s); // it may have taken a little before the first
  until_open(here, 0);
  CHECK(client.read_to_end().size() < 8 * 1024 * 1024);
}

TEST_CASE("work that takes long has no deadline of the network's") {
  world here;
  wire client(here.open());
  client.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
  here.wait_for([&here] { return here.stage().waiting == 1; });
  here.pass(1h);
  here.on_io([&here] { return here.stage().release.cancel(); });
  CHECK(client.read_answer().body == "slow");
}

TEST_CASE("a client that was refused and goes on sending is let go") {
  world here;
  wire client(here.open());
  client.send("POST /form HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
  CHECK(client.read_answer().status == 411);
  client.send("5\r\nhello\r\n");
  here.pass(3s);
  until_open(here, 0);
}

TEST_CASE("stopping lets requests finish and ends everything else") {
  world here;
  const std::uint16_t port = here.open();
  wire idle(here.open()), half(here.open()), working(here.open()), listening(here.open());
  half.send("GET /hel");
  working.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
  listening.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  listening.read_until("retry: ");
  here.wait_for([&here] { return here.stage().waiting == 1; });
  until_open(here, 4);
  auto stopped = std::async(std::launch::async, [&here] { here.stop(1h); });
  CHECK(idle.ended());
  CHECK(half.ended());
  listening.read_to_end();
  listening.end_sending();
  here.on_io([&here] { return here.stage().release.cancel(); });
  const answer got = working.read_answer();
  CHECK(got.body == "slow");
  CHECK(got.header("connection") == "close");
  working.end_sending();
  stopped.get();
  CHECK(here.counts().connections_open == 0);
  CHECK_THROWS(wire{port});
}

TEST_CASE("stopping ends those who don't go by themselves") {
  world here;
  wire listening(here.open());
  listening.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  listening.read_until("retry: ");
  here.stop(10ms); // the client keeps its end open
  CHECK(here.counts().connections_open == 0);
}

} // namespace kotobashi::test

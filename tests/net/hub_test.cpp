#include "tests/net/event_stream.hpp"
#include "tests/net/world.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace kotobashi::test {

using namespace std::chrono_literals;

namespace {

std::string code_and_reason(const web_socket::frame& close) {
  REQUIRE(close.opcode == 8);
  REQUIRE(close.payload.size() >= 2);
  const unsigned code = static_cast<unsigned>(static_cast<unsigned char>(close.payload[0])) << 8 |
                        static_cast<unsigned char>(close.payload[1]);
  return std::to_string(code) + " " + close.payload.substr(2);
}

void until_listening(world& here, std::uint64_t count) {
  here.wait_for([&here, count] {
    return here.server().counts().listeners_sse + here.server().counts().listeners_websocket == count;
  });
}

} // namespace

TEST_CASE("a page hears what happens from the moment it listens") {
  world here;
  here.publish(3);
  event_source page(here.open(), "/events");
  CHECK(page.opening.status == 200);
  CHECK(page.opening.header("content-type") == "text/event-stream");
  CHECK(page.opening.header("cache-control") == "no-store");
  until_listening(here, 1);
  here.publish();
  const auto got = page.next();
  CHECK(got.id == "at-4");
  CHECK(got.data == "{\"cursor\":\"at-4\",\"n\":4}");
}

TEST_CASE(
    "a page that comes back hears what it has missed, and its own memory counts more than the address") {
  world here;
  here.publish(5);
  event_source page(here.open(), "/events?after=at-1", "at-3");
  CHECK(page.next().id == "at-4");
  CHECK(page.next().id == "at-5");
  event_source fresh(here.open(), "/events?after=at-4");
  CHECK(fresh.next().id == "at-5");
}

TEST_CASE("a native client hears the same over a WebSocket") {
  world here;
  here.publish(2);
  web_socket client(here.staff(), "/api/v1/events?after=at-1");
  CHECK(client.text() == "{\"cursor\":\"at-2\",\"n\":2}");
  here.publish();
  CHECK(client.text() == "{\"cursor\":\"at-3\",\"n\":3}");
}

TEST_CASE("a page of the staff hears events with its cookie") {
  world here;
  event_source page(here.staff(), "/api/v1/events?after=at-0", "", "Cookie: kotobashi=volunteer\r\n");
  here.publish();
  CHECK(page.next().id == "at-1");
  CHECK(event_source(here.staff(), "/api/v1/events").opening.status == 401);
}

TEST_CASE("an unknown cursor is answered with resync and where the log stands") {
  world here;
  here.publish(5);
  here.on_io([&here] { return here.events().oldest = 3; });
  web_socket client(here.staff(), "/api/v1/events?after=at-1");
  CHECK(client.text() == R"({"cursor":"at-5","kind":"resync"})");
  event_source page(here.open(), "/events?after=at-2");
  const auto got = page.next();
  CHECK(got.id == "at-5");
  CHECK(got.data == R"({"cursor":"at-5","kind":"resync"})");
  here.publish();
  CHECK(number_in(client.text()) == 6);
  CHECK(page.next().id == "at-6");
}

TEST_CASE("an event that comes while the missed ones are looked up is heard once, in its place") {
  world here;
  here.publish(2);
  here.on_io([&here] { return here.events().hold(), true; });
  web_socket client(here.staff(), "/api/v1/events?after=at-1");
  event_source page(here.open(), "/events?after=at-1");
  here.wait_for([&here] { return here.events().waiting == 2; });
  here.publish(3); // after the snapshot: not among the missed ones
  here.on_io([&here] { return here.events().let_go(), true; });
  for (std::int64_t n = 2; n <= 5; ++n) {
    CHECK(number_in(client.text()) == n);
    CHECK(number_in(page.next().data) == n);
  }
}

TEST_CASE("an event that is among the missed ones and is delivered all the same is heard once") {
  world here;
  here.publish(1);
  const net::delivery late =
      here.on_io([&here] { return here.events().add(); }); // in the log, not yet delivered
  here.on_io([&here] { return here.events().hold(), true; });
  web_socket waiting(here.staff(), "/api/v1/events?after=at-0");
  here.wait_for([&here] { return here.events().waiting == 1; });
  auto deliver = [&here, &late] {
    for (const auto& each : here.server().events().audiences()) here.server().events().deliver(each, late);
    return true;
  };
  here.on_io(deliver); // while it waits
  here.on_io([&here] { return here.events().let_go(), true; });
  CHECK(number_in(waiting.text()) == 1);
  CHECK(number_in(waiting.text()) == 2);
  here.on_io(deliver); // and after it has caught up
  here.publish();
  CHECK(number_in(waiting.text()) == 3);
}

TEST_CASE("clients that leave and come back under steady publishing miss nothing and hear nothing twice") {
  world here;
  constexpr std::int64_t last = 3'000;
  std::atomic<bool> publishing = true;
  std::vector<std::thread> clients;
  std::vector<std::string> wrong(8);
  for (std::size_t who = 0; who < wrong.size(); ++who)
    clients.emplace_back([&here, &wrong, who] {
      std::minstd_rand chance(static_cast<unsigned>(who) + 1);
      std::int64_t have = 0;
      while (have < last && wrong[who].empty()) {
        const std::string target = "events?after=at-" + std::to_string(have);
        std::unique_ptr<web_socket> socket;
        std::unique_ptr<event_source> page;
        if (who % 2)
          socket = std::make_unique<web_socket>(here.staff(), "/api/v1/" + target);
        else
          page = std::make_unique<event_source>(here.open(), "/" + target);
        for (auto stay = 1 + chance() % 100; stay > 0 && have < last; --stay) {
          const std::int64_t got = number_in(socket ? socket->text() : page->next().data);
          if (got != have + 1) wrong[who] = "after " + std::to_string(have) + " came " + std::to_string(got);
          have = got;
        }
      }
    });
  for (std::int64_t n = 0; n < last; n += 3) here.publish(3);
  publishing = false;
  for (auto& each : clients) each.join();
  for (const auto& each : wrong) CHECK(each == "");
}

TEST_CASE("who reads too slowly is let go, told to resync, and misses nothing when it comes back") {
  net::limits bounds = patient();
  bounds.queue_events = 50;
  world here(bounds);
  web_socket slow(here.staff(), "/api/v1/events?after=at-0", "Authorization: Bearer lead\r\n", 2048);
  web_socket quick(here.staff(), "/api/v1/events?after=at-0");
  until_listening(here, 2);
  std::int64_t published = 0, quick_has = 0;
  while (here.counts().queue_drops == 0) {
    here.publish(50);
    published += 50;
    for (; quick_has < published; ++quick_has) REQUIRE(number_in(quick.text()) == quick_has + 1);
  }
  std::int64_t have = 0;
  for (;;) {
    const auto frame = slow.next();
    if (frame.opcode == 8) {
      CHECK(code_and_reason(frame) == "1013 resync");
      break;
    }
    REQUIRE(number_in(frame.payload) == ++have);
  }
  REQUIRE(have < published);
  web_socket again(here.staff(), "/api/v1/events?after=at-" + std::to_string(have));
  while (have < published) REQUIRE(number_in(again.text()) == ++have);
  CHECK(here.counts().queue_drops == 1);
}

TEST_CASE("a page that reads too slowly sees the end of its stream") {
  net::limits bounds = patient();
  bounds.queue_bytes = 4096;
  world here(bounds);
  event_source slow(here.open(), "/events?after=at-0", "", "", 2048);
  until_listening(here, 1);
  while (here.counts().queue_drops == 0) here.publish(50);
  std::int64_t have = 0;
  const std::string all = slow.line().read_to_end();
  for (std::size_t at = 0; (at = all.find("data: ", at)) != std::string::npos; ++at)
    REQUIRE(number_in(std::string_view(all).substr(at)) == ++have);
  CHECK(all.ends_with(": resync\n\n"));
  event_source again(here.open(), "/events", "at-" + std::to_string(have));
  CHECK(number_in(again.next().data) == have + 1);
}

TEST_CASE("who takes nothing at all is let go after its time") {
  world here;
  web_socket stuck(here.staff(), "/api/v1/events", "Authorization: Bearer lead\r\n", 2048);
  until_listening(here, 1);
  auto queued = [&here, sent = std::uint64_t(0)]() mutable { // nothing more goes into the socket
    return std::exchange(sent, here.server().counts().bytes_written) == here.server().counts().bytes_written;
  };
  do here.publish(20);
  while (!here.on_io(std::ref(queued)));
  here.pass(31s);
  until_listening(here, 0);
}

TEST_CASE("a stream without events shows signs of life") {
  world here;
  web_socket client(here.staff(), "/api/v1/events");
  event_source page(here.open(), "/events");
  until_listening(here, 2);
  here.pass(11s);
  CHECK(client.next().opcode == 9);
  client.send(10, "");
  here.pass(15s);
  here.publish();
  CHECK(number_in(page.next().data) == 1);
  CHECK(page.comments == 1);
}

TEST_CASE("a native client that doesn't answer pings is let go, one that does stays") {
  world here;
  web_socket silent(here.staff(), "/api/v1/events"), alive(here.staff(), "/api/v1/events");
  until_listening(here, 2);
  for (int i = 0; i < 3; ++i) {
    here.pass(11s);
    CHECK(alive.next().opcode == 9);
    const std::uint64_t before = here.counts().bytes_read;
    alive.send(10, "");
    here.wait_for([&here, before] { return here.server().counts().bytes_read > before; });
    if (i < 2) CHECK(silent.next().opcode == 9);
  }
  CHECK(code_and_reason(silent.next()) == "1001 ");
  here.publish();
  CHECK(number_in(alive.text()) == 1);
}

TEST_CASE("pings are answered, texts are ignored, and a close is answered by a close") {
  world here;
  web_socket client(here.staff(), "/api/v1/events");
  client.send(1, "hello?");
  client.send(9, "are you there");
  const auto pong = client.next();
  CHECK(pong.opcode == 10);
  CHECK(pong.payload == "are you there");
  client.send(8, "\x03\xe8");
  CHECK(code_and_reason(client.next()) == "1000 ");
  CHECK(client.line().ended());
}

TEST_CASE("frames that come with the request are read") {
  world here;
  wire client(here.staff());
  client.send(
      "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
      "lead\r\n\r\n" +
      std::string("\x89\x80\0\0\0\0", 6));
  CHECK(client.read_answer().status == 101);
  CHECK(client.read(2) == std::string("\x8a\0", 2));
}

TEST_CASE("who breaks the WebSocket protocol is told and let go") {
  world here;
  web_socket client(here.staff(), "/api/v1/events");
  client.line().send(std::string("\x81\x05Hello", 7)); // not masked
  CHECK(code_and_reason(client.next()) == "1002 ");
  CHECK(client.line().ended());
}

TEST_CASE("a session that is revoked hears nothing more") {
  world here;
  web_socket native(here.staff(), "/api/v1/events");
  event_source page(here.staff(), "/api/v1/events", "", "Authorization: Bearer lead\r\n");
  event_source other(here.staff(), "/api/v1/events", "", "Authorization: Bearer volunteer\r\n");
  until_listening(here, 3);
  here.on_io([&here] {
    here.server().events().drop({"session of lead"});
    return true;
  });
  here.publish();
  CHECK(code_and_reason(native.next()) == "1008 session ended");
  CHECK(page.ends());
  CHECK(number_in(other.next().data) == 1);
}

TEST_CASE("a revocation that nobody told the hub about shows at the next sign of life") {
  world here;
  web_socket client(here.staff(), "/api/v1/events");
  until_listening(here, 1);
  here.on_io([&here] { return here.tokens().revoked.insert("lead").second; });
  here.pass(11s);
  CHECK(client.next().opcode == 9);
  CHECK(code_and_reason(client.next()) == "1008 session ended");
}

TEST_CASE("when an event could not be delivered, everybody is sent away and comes back with a cursor") {
  world here;
  web_socket native(here.staff(), "/api/v1/events");
  event_source page(here.open(), "/events");
  until_listening(here, 2);
  here.on_io([&here] {
    here.events().add(); // in the log, and nobody was told
    here.server().events().send_away();
    return true;
  });
  CHECK(code_and_reason(native.next()) == "1013 resync");
  CHECK(page.ends());
  CHECK(event_source(here.open(), "/events", "at-0").next().id == "at-1");
}

TEST_CASE("each audience hears its own events") {
  world here;
  web_socket lead(here.staff(), "/api/v1/events");
  event_source page(here.open(), "/events");
  until_listening(here, 2);
  here.on_io([&here] {
    here.server().events().deliver("lead", {1, "at-1", "{\"n\":1}"});
    here.server().events().deliver("public", {2, "at-2", "{\"n\":2}"});
    here.server().events().deliver("nobody is here", {3, "at-3", "{\"n\":3}"});
    here.server().events().deliver("lead", {4, "at-4", "{\"n\":4}"});
    return true;
  });
  CHECK(number_in(lead.text()) == 1);
  CHECK(number_in(lead.text()) == 4);
  CHECK(number_in(page.next().data) == 2);
}

TEST_CASE("an audience is there as long as somebody listens") {
  world here;
  auto names = [&here] { return here.on_io([&here] { return here.server().events().audiences(); }); };
  CHECK(names().empty());
  {
    event_source page(here.open(), "/events");
    until_listening(here, 1);
    CHECK(names() == std::vector<std::string>{"public"});
  }
  until_listening(here, 0);
  CHECK(names().empty());
}

TEST_CASE("a WebSocket that isn't one is refused") {
  world here;
  const std::string lead = "Authorization: Bearer lead\r\n", version = "Sec-WebSocket-Version: 13\r\n",
                    key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
  auto ask = [](const std::string& fields) {
    return "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n" + fields + "\r\n";
  };
  const std::pair<std::string, unsigned> table[] = {
      {ask("Upgrade: websocket\r\n" + version + key), 401},
      {ask("Upgrade: h2c\r\n" + lead), 400},
      {ask("Upgrade: websocket\r\n" + key + lead), 426},
      {ask("Upgrade: websocket\r\nSec-WebSocket-Version: 8\r\n" + key + lead), 426},
      {ask("Upgrade: websocket\r\n" + version + lead), 400},
      {ask("Upgrade: websocket\r\nSec-WebSocket-Key: short\r\n" + version + lead), 400},
      {ask("Upgrade: websocket\r\nOrigin: http://evil.example\r\n" + version + key + lead), 403},
      {ask("Upgrade: websocket\r\nCookie: kotobashi=lead\r\n" + version + key), 403},
      {ask("Upgrade: websocket\r\nCookie: kotobashi=lead\r\nOrigin: http://localhost\r\n" + version + key),
       101},
  };
  for (const auto& [bytes, status] : table) {
    const auto& shown = bytes;
    CAPTURE(shown);
    CHECK(status_of(here.staff(), bytes) == status);
  }
}

} // namespace kotobashi::test

#include "server/store/engine/connection.hpp"
#include "tests/support/center/center.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <future>

using namespace kotobashi;
using namespace kotobashi::test;
namespace js = boost::json;

namespace {
// All that a stream of server-sent events says until the server ends it.
std::future<std::string> stream(const running_center& center, const std::string& token) {
  return std::async(std::launch::async, [&center, token] {
    return center
        .staff({.path = "/api/v1/events", .token = token, .headers = {{"Accept", "text/event-stream"}}})
        .body;
  });
}

void until_listening(const running_center& center, int count) {
  const std::string line = "kotobashi_net_listeners{protocol=\"sse\"} " + std::to_string(count) + "\n";
  while (center.get("/metrics").body.find(line) == std::string::npos)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
}
} // namespace

TEST_CASE("when the body of an event cannot be read, nobody goes on as if there had been none") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  auto on_phone = stream(center, phone.token), on_desk = stream(center, center.lead());
  until_listening(center, 2);
  {
    store::connection aside(center.data() / "kotobashi.db", store::access::read_write);
    aside.run("UPDATE volunteer SET spoken = 'damaged' WHERE id = $id", "id", phone.volunteer);
  }
  auto made = center.post("/api/v1/requests", {{"kind", "interpret"},
                                               {"mode", "phone"},
                                               {"language", "vi"},
                                               {"area", "14131"},
                                               {"summary", "Interpreting on the telephone"},
                                               {"starts_at", "2099-01-01T10:00:00+09:00"},
                                               {"ends_at", "2099-01-01T12:00:00+09:00"}});
  CHECK(made.status == 201);
  for (auto* each : {&on_phone, &on_desk}) {
    REQUIRE(each->wait_for(std::chrono::seconds(20)) == std::future_status::ready);
    CHECK(each->get().find("resync") != std::string::npos);
  }
}

#include "server/store/engine/uuid.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

namespace kotobashi::store {

namespace {
chance always(unsigned char byte) {
  return [byte](std::span<unsigned char> fill) { std::ranges::fill(fill, byte); };
}
} // namespace

TEST_CASE("an id is a UUID of version 7 with the clock's milliseconds") {
  // The time of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
  instant at{1645557742000000};
  uuid_source ones([&] { return at; }, always(0xFF));
  CHECK(ones.next() == "017f22e2-79b0-7000-bfff-ffffffffffff");
  uuid_source zeros([&] { return at; }, always(0));
  CHECK(zeros.next() == "017f22e2-79b0-7000-8000-000000000000");
}

TEST_CASE("ids grow within a millisecond, when the counter overflows and when the clock jumps back") {
  instant at{1645557742000000};
  uuid_source ids([&] { return at; }, system_chance());
  std::string last = ids.next();
  for (int i = 0; i < 10000; ++i) {
    if (i == 5000) at = at - std::chrono::hours(1);
    std::string next = ids.next();
    REQUIRE(next > last);
    REQUIRE(valid_uuid(next));
    last = next;
  }
  CHECK(last.starts_with("017f22e2-79b2-7"));
}

TEST_CASE("ids made on several threads are all different") {
  uuid_source ids(system_clock(), system_chance());
  std::vector<std::vector<std::string>> made(4);
  std::vector<std::thread> threads;
  for (auto& list : made)
    threads.emplace_back([&] {
      for (int i = 0; i < 1000; ++i) list.push_back(ids.next());
    });
  for (auto& each : threads) each.join();
  std::set<std::string> all;
  for (auto& list : made) all.insert(list.begin(), list.end());
  CHECK(all.size() == 4000);
}

} // namespace kotobashi::store

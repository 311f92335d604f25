#include "server/model/overview.hpp"
#include "tests/link/desk.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using test::desk;
using test::running_center;

namespace {
struct listener {
  desk& at;
  std::vector<std::string> heard; // contents of log lines
  std::vector<link::event_message> all;
  link::subscription hold;

  explicit listener(desk& of) : at(of) {
    hold = of.link().event_arrived.observe([this](const link::event_message& what) {
      all.push_back(what);
      if (what.entity != "log_entry") return;
      heard.push_back(link::read_record<log_entry>(what.body).value().content.value);
    });
  }
  void follow() {
    at.link().follow(at.get<center_view>("/api/v1/center").value().cursor);
    at.loop().until([this] { return at.link().now().following; });
  }
};
} // namespace

TEST_CASE("events arrive as they happen") {
  running_center center;
  desk one(center), other(center);
  REQUIRE(one.sign_in());
  REQUIRE(other.sign_in());
  one.open_center();
  listener ear(one);
  ear.follow();
  CHECK(one.link().now().reach == link::reach::live);
  int done = 0;
  other.add_line("a", done);
  one.loop().until([&] { return ear.heard.size() == 1; });
  CHECK(ear.all.back().kind == "log.added");
  CHECK(ear.heard == std::vector<std::string>{"a"});
}

TEST_CASE("after a restart the stream goes on behind the last event: none lost, none twice") {
  running_center center;
  desk one(center), other(center);
  REQUIRE(one.sign_in());
  REQUIRE(other.sign_in());
  one.open_center();
  listener ear(one);
  ear.follow();
  int done = 0;
  other.add_line("before", done);
  one.loop().until([&] { return ear.heard.size() == 1; });
  center.kill_hard();
  one.loop().until([&] { return one.link().now().reach == link::reach::away; });
  CHECK_FALSE(one.link().now().following);
  other.add_line("asked while away", done);
  center.start();
  other.loop().until([&] { return done == 2; });
  other.add_line("after", done);
  one.loop().until([&] { return ear.heard.size() == 3; });
  CHECK(ear.heard == std::vector<std::string>{"before", "asked while away", "after"});
  CHECK(one.link().now().following);
}

TEST_CASE("a cursor that the server does not know brings a resync, and the stream goes on") {
  running_center center;
  desk one(center);
  REQUIRE(one.sign_in());
  one.open_center();
  listener ear(one);
  one.link().follow("of-another-database");
  one.loop().until([&] { return !ear.all.empty(); });
  CHECK(ear.all.front().resync());
  int done = 0;
  one.add_line("after", done);
  one.loop().until([&] { return ear.heard.size() == 1; });
}

TEST_CASE("the stream ends with the session") {
  running_center center;
  desk one(center);
  REQUIRE(one.sign_in());
  listener ear(one);
  ear.follow();
  one.link().sign_out();
  one.loop().until([&] { return !one.link().now().following; });
  CHECK(one.link().now().session == link::session_state::signed_out);
  CHECK_FALSE(one.link().now().account);
}

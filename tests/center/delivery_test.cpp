#include "server/store/engine/connection.hpp"
#include "tests/support/center/center.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;
namespace js = boost::json;

namespace {
// The row can't be read any more.
void damage(const running_center& center, const std::string& volunteer) {
  store::connection aside(center.data() / "kotobashi.db", store::access::read_write);
  aside.run("UPDATE volunteer SET spoken = 'damaged' WHERE id = $id", "id", volunteer);
}
} // namespace

TEST_CASE("who cannot be told of an event comes back for it; everybody else is told") {
  running_center center;
  center.activate();
  auto phone = center.volunteer("V1");
  event_stream on_phone(center.staff_port(), "/api/v1/events", phone.token);
  event_stream on_desk(center.staff_port(), "/api/v1/events", center.lead());
  event_stream on_board(center.open_port(), "/events", "");
  damage(center, phone.volunteer);
  // With a text that no template has: phones would read of what is to be translated in the same commit.
  auto drafted = center.post("/api/v1/notices", {{"text", "給水車が来ます。"}});
  REQUIRE(drafted.status == 201);
  auto sent = center.staff({.method = "POST",
                            .path = "/api/v1/notices/" + text_at(drafted.json(), "/id") + "/publish",
                            .token = center.lead(),
                            .body = "{}",
                            .headers = {{"If-Match", "\"1\""}}});
  REQUIRE(sent.status == 200);
  CHECK(on_phone.until_end().find("notice.published") == std::string::npos);
  CHECK(on_desk.until("notice.published").find("resync") == std::string::npos);
  CHECK(on_board.until("board.changed").find("resync") == std::string::npos);
}

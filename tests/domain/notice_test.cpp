#include "server/domain/notice.hpp"
#include "tests/support/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::domain;
using namespace std::chrono_literals;

namespace {
const instant noon = *from_rfc3339("2011-03-12T12:00:00+09:00");
}

TEST_CASE("checked texts are ready, drafted ones where the policy lets them out, others never") {
  text_policy policy{true, false};
  CHECK(is_ready(text_status::checked, "vi", true, policy));
  CHECK(is_ready(text_status::drafted, "vi", false, policy));
  CHECK_FALSE(is_ready(text_status::drafted, "vi", true, policy));
  CHECK(is_ready(text_status::drafted, "ja", true, policy));
  CHECK_FALSE(is_ready(text_status::outdated, "ja", false, policy));
  CHECK_FALSE(is_ready(text_status::missing, "vi", false, policy));
}

TEST_CASE("a critical notice goes only after it was read back") {
  notice draft;
  draft.critical = true;
  auto refused = publish(draft, {}, 1, 5, noon);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().errors[0].field == "read_back");
  auto out = publish(draft, {{}, true}, 7, 5, noon);
  REQUIRE(out);
  CHECK(out->number == 7);
  CHECK(out->published_at == noon);
}

TEST_CASE("nothing goes out when no language is ready, or when it is too late") {
  notice draft;
  CHECK(publish(draft, {}, 1, 0, noon).error().code == refusal_code::not_ready);
  draft.expires_at = noon;
  CHECK(publish(draft, {}, 1, 3, noon).error().errors[0].field == "expires_at");
}

TEST_CASE("only what is out can be corrected or withdrawn, once") {
  notice draft;
  CHECK(correct(draft, {}, 2, 1, noon).error().code == refusal_code::wrong_state);
  CHECK(withdraw(draft, {"誤報"}, noon).error().code == refusal_code::wrong_state);
  auto out = publish(draft, {}, 1, 1, noon);
  auto corrected = correct(*out, {}, 2, 1, noon + 1h);
  REQUIRE(corrected);
  CHECK(corrected->current == 2);
  CHECK(corrected->number == 1);
  CHECK(withdraw(*corrected, {""}, noon).error().errors[0].field == "reason");
  auto gone = withdraw(*corrected, {"誤報"}, noon + 2h);
  REQUIRE(gone);
  CHECK(gone->state == notice_state::withdrawn);
  CHECK(withdraw(*gone, {"もう一度"}, noon).error().code == refusal_code::wrong_state);
}

TEST_CASE("a published notice expires at its time") {
  notice out;
  out.state = notice_state::published;
  CHECK_FALSE(has_expired(out, noon));
  out.expires_at = noon;
  CHECK(has_expired(out, noon));
  CHECK_FALSE(has_expired(out, noon - 1us));
}

#include "server/domain/inquiry.hpp"
#include "tests/support/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::domain;

namespace {
const instant noon = *from_rfc3339("2011-03-12T12:00:00+09:00");
const principal desk_person{{"11111111-0000-7000-8000-000000000001"}, "desk", {role::desk}, {}, {}};
const principal other_desk{{"11111111-0000-7000-8000-000000000002"}, "desk2", {role::desk}, {}, {}};
const principal the_lead{{"11111111-0000-7000-8000-000000000003"}, "lead", {role::lead}, {}, {}};

inquiry made(bool confidential) {
  activation center;
  center.state = activation_state::active;
  new_inquiry input;
  input.language = "vi";
  input.content = personal<text<4000>>("Xin đừng nói cho ai biết");
  input.confidential = confidential;
  return *make_inquiry(input, center, desk_person, {"i"}, 1, noon);
}
} // namespace

TEST_CASE("a confidential inquiry is seen by the people named in it and nobody else") {
  inquiry secret = made(true);
  CHECK(may_see(secret, desk_person));
  CHECK_FALSE(may_see(secret, other_desk));
  CHECK_FALSE(may_see(secret, the_lead));
  inquiry plain = made(false);
  CHECK(may_see(plain, other_desk));
  CHECK(may_see(plain, the_lead));
  CHECK_FALSE(may_see(plain, principal{{"e"}, "editor", {role::editor}, {}, {}}));
  CHECK_FALSE(may_see(plain, principal{}));
}

TEST_CASE("an answer names the source it was checked against") {
  inquiry one = made(false);
  auto refused = make_answer(one, {personal<text<4000>>("答え"), {}, {}}, desk_person, {"a"}, noon);
  CHECK(refused.error().errors[0].field == "source_checked");
  auto given =
      make_answer(one, {personal<text<4000>>("答え"), {"市のホームページ"}, {}}, desk_person, {"a"}, noon);
  REQUIRE(given);
  CHECK(given->language.value == "vi");
  CHECK(answered(one, noon).state == inquiry_state::answered);
}

TEST_CASE("merging closes an inquiry, and it cannot be merged into itself") {
  inquiry one = made(false);
  auto fields = fields_of(one);
  fields.merged_into = one.id;
  CHECK(change(one, fields, noon).error().errors[0].field == "merged_into");
  fields.merged_into = id<inquiry>{"other"};
  auto merged = change(one, fields, noon);
  REQUIRE(merged);
  CHECK(merged->state == inquiry_state::closed);
  CHECK(make_answer(*merged, {personal<text<4000>>("x"), {"y"}, {}}, desk_person, {"a"}, noon).error().code ==
        refusal_code::wrong_state);
}

TEST_CASE("a merged inquiry that is opened again stands for itself") {
  inquiry one = made(false);
  auto fields = fields_of(one);
  fields.merged_into = id<inquiry>{"other"};
  auto merged = change(one, fields, noon);
  REQUIRE(merged);
  fields = fields_of(*merged);
  fields.state = inquiry_state::open;
  auto apart = change(*merged, fields, noon);
  REQUIRE(apart);
  CHECK(apart->merged_into.empty());
  CHECK(apart->state == inquiry_state::open);
  CHECK_FALSE(apart->closed_at);
}

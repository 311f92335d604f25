#include "server/domain/refusals.hpp"
#include "server/domain/request.hpp"
#include "tests/support/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::domain;
using namespace std::chrono_literals;

namespace {
const instant noon = *from_rfc3339("2011-03-12T12:00:00+09:00");

struct fixture {
  activation center;
  request wanted;
  volunteer person;
  std::vector<assignment> of_request, of_volunteer;

  fixture() {
    center.state = activation_state::active;
    center.on_site_open = true;
    wanted.id = {"r"};
    wanted.kind = request_kind::interpret;
    wanted.mode = request_mode::on_site;
    wanted.language = "vi";
    wanted.area = "14131";
    wanted.starts_at = noon + 1h;
    wanted.ends_at = noon + 3h;
    person.id = {"v"};
    person.state = volunteer_state::registered;
    person.spoken = {{"vi", level::native}};
    person.does = {request_kind::interpret};
  }
  std::optional<refusal_code> reason() const {
    return why_not({center, wanted, of_request, of_volunteer, noon}, person);
  }
  std::optional<refusal_code> reason_after(const assignment& one) {
    of_volunteer = {one};
    return reason();
  }
  assignment held_by(const char* volunteer, assignment_state state = assignment_state::taken) const {
    assignment one;
    one.request = wanted.id;
    one.volunteer = {volunteer};
    one.state = state;
    one.starts_at = wanted.starts_at;
    one.ends_at = wanted.ends_at;
    return one;
  }
  assignment elsewhere(std::chrono::microseconds from, std::chrono::microseconds to) const {
    assignment one = held_by("v");
    one.request = {"other"};
    one.starts_at = noon + from;
    one.ends_at = noon + to;
    return one;
  }
};
} // namespace

TEST_CASE_FIXTURE(fixture, "somebody who fits may take an open request") {
  CHECK_FALSE(reason());
}

TEST_CASE_FIXTURE(fixture, "reasons are told in their order, the first one only") {
  wanted.excluded = {person.id};
  CHECK(reason() == refusal_code::banned_pair);
  wanted.gender_preference = gender::female;
  CHECK(reason() == refusal_code::gender_preference);
  person.presence = presence::resting;
  CHECK(reason() == refusal_code::not_available);
  of_volunteer = {elsewhere(-2h, 50min)};
  CHECK(reason() == refusal_code::rest_needed);
  of_volunteer = {elsewhere(2h, 4h)};
  CHECK(reason() == refusal_code::overlap);
  wanted.specialty = specialty::medical;
  CHECK(reason() == refusal_code::skill_missing);
  wanted.language = "ne";
  CHECK(reason() == refusal_code::language_mismatch);
  of_request = {held_by("somebody")};
  CHECK(reason() == refusal_code::already_taken);
  center.on_site_open = false;
  CHECK(reason() == refusal_code::dispatch_stopped);
  center.state = activation_state::closed;
  CHECK(reason() == refusal_code::center_closed);
}

TEST_CASE_FIXTURE(fixture, "volunteers never read a reason that reveals a person") {
  CHECK(for_volunteers(refusal_code::gender_preference) == refusal_code::not_available);
  CHECK(for_volunteers(refusal_code::banned_pair) == refusal_code::not_available);
  CHECK(for_volunteers(refusal_code::overlap) == refusal_code::overlap);
}

TEST_CASE_FIXTURE(fixture, "dispatch may be open for some areas and until some time only") {
  center.on_site_areas = {"14132"};
  CHECK(reason() == refusal_code::dispatch_stopped);
  center.on_site_areas = {"14132", "14131"};
  CHECK_FALSE(reason());
  center.on_site_until = noon;
  CHECK(reason() == refusal_code::dispatch_stopped);
  wanted.mode = request_mode::phone;
  CHECK_FALSE(reason());
}

TEST_CASE_FIXTURE(fixture, "a request for two people has two places") {
  wanted.places = 2;
  of_request = {held_by("first")};
  dispatch_facts facts{center, wanted, of_request, of_volunteer, noon};
  auto taken = take(facts, person, taking::claimed, {"a"});
  REQUIRE(taken);
  CHECK(taken->place == 2);
  of_request.push_back(*taken);
  CHECK(reason() == refusal_code::already_taken);
}

TEST_CASE_FIXTURE(fixture, "a released place is free again") {
  of_request = {held_by("somebody", assignment_state::released)};
  CHECK_FALSE(reason());
  CHECK(state_from(wanted, of_request, noon) == request_state::open);
}

TEST_CASE_FIXTURE(fixture, "a claim by approval holds its place until a coordinator has decided") {
  wanted.admission = admission::by_approval;
  dispatch_facts facts{center, wanted, of_request, of_volunteer, noon};
  auto claim = take(facts, person, taking::claimed, {"a"});
  REQUIRE(claim);
  CHECK(claim->state == assignment_state::offered);
  of_request = {*claim};
  CHECK(state_from(wanted, of_request, noon) == request_state::offered);
  auto seen = view_for(wanted, of_request, person, "川崎区");
  CHECK(seen.mine == assignment_state::offered);
  CHECK_FALSE(seen.place);
  of_request = {*approve(*claim, center, wanted, noon)};
  CHECK(state_from(wanted, of_request, noon) == request_state::taken);
  CHECK(view_for(wanted, of_request, person, "川崎区").place);
  CHECK(take(facts, person, taking::by_telephone, {"b"})->state == assignment_state::taken);
}

TEST_CASE_FIXTURE(fixture, "an assignment goes its way and no other") {
  assignment one = held_by("v");
  CHECK(approve(one, center, wanted, noon).error().code == refusal_code::wrong_state);
  auto started = start(one, center, wanted, noon);
  REQUIRE(started);
  auto finished = finish(*started, noon + 1h);
  REQUIRE(finished);
  CHECK(finished->finished_at == noon + 1h);
  CHECK(release(*finished, noon).error().code == refusal_code::wrong_state);
  of_request = {*finished};
  CHECK(state_from(wanted, of_request, noon) == request_state::done);
}

TEST_CASE_FIXTURE(fixture, "hours add up to a limit within a day") {
  of_volunteer = {elsewhere(-6h, 0h)};
  CHECK_FALSE(reason());
  of_volunteer = {elsewhere(-7h, 0h)};
  CHECK(reason() == refusal_code::rest_needed);
  of_volunteer.front().state = assignment_state::released;
  CHECK_FALSE(reason());
}

TEST_CASE_FIXTURE(fixture, "the limit holds for every 24 hours, and only for these") {
  // 4 hours, 17 hours of rest, these 2, 18 hours of rest, 3 more: never more than 6 within a day.
  of_volunteer = {elsewhere(-20h, -16h), elsewhere(21h, 24h)};
  CHECK_FALSE(reason());
  of_volunteer = {elsewhere(-12h, -8h), elsewhere(8h, 11h)};
  CHECK(reason() == refusal_code::rest_needed);
  of_volunteer = {elsewhere(-28h, -21h), elsewhere(-3h, -1h)}; // of the day before
  CHECK_FALSE(reason());
}

TEST_CASE_FIXTURE(fixture, "what was finished early takes only the time that it took") {
  auto done = elsewhere(-1h, 4h);
  done.state = assignment_state::done;
  done.started_at = noon - 1h;
  done.finished_at = noon + 31min;
  CHECK(reason_after(done) == refusal_code::rest_needed);
  done.finished_at = noon + 30min;
  CHECK_FALSE(reason_after(done));
}

TEST_CASE_FIXTURE(fixture, "nobody is sent out once dispatch has been stopped or the center is closed") {
  auto offered = held_by("v", assignment_state::offered), taken = held_by("v");
  center.on_site_open = false;
  CHECK(approve(offered, center, wanted, noon).error().code == refusal_code::dispatch_stopped);
  CHECK(start(taken, center, wanted, noon).error().code == refusal_code::dispatch_stopped);
  wanted.mode = request_mode::phone;
  CHECK(approve(offered, center, wanted, noon));
  center.state = activation_state::closed;
  CHECK(approve(offered, center, wanted, noon).error().code == refusal_code::center_closed);
  CHECK(start(taken, center, wanted, noon).error().code == refusal_code::center_closed);
  CHECK(finish(held_by("v", assignment_state::under_way), noon));
}

TEST_CASE_FIXTURE(fixture,
                  "at its end offers lapse, and who is out keeps the request until they have finished") {
  wanted.places = 3;
  wanted.state = request_state::open;
  of_request = {held_by("v", assignment_state::under_way), held_by("w", assignment_state::offered)};
  of_request[0].id = {"a"};
  of_request[1].id = {"b"};
  auto ended = time_over(wanted, of_request, wanted.ends_at);
  CHECK(ended.what.state == request_state::under_way);
  REQUIRE(ended.released.size() == 1);
  CHECK(ended.released[0].id.value == "b");
  of_request = {*finish(of_request[0], wanted.ends_at), ended.released[0]};
  CHECK(state_from(ended.what, of_request, wanted.ends_at) == request_state::done);
  of_request = {ended.released[0]};
  CHECK(time_over(wanted, of_request, wanted.ends_at).what.state == request_state::expired);
}

TEST_CASE_FIXTURE(fixture, "closing cancels what nobody is out for, and a drill everything") {
  center.state = activation_state::closed;
  auto end = [&](instant now) { return end_with(center, wanted, of_request, now).what; };
  of_request = {held_by("v")};
  CHECK(end(noon).state == request_state::cancelled);
  CHECK(end(noon).cancelled_at == noon);
  CHECK(end(wanted.starts_at).state == request_state::taken); // may be on the way
  of_request[0].state = assignment_state::under_way;
  CHECK(end(noon).state == request_state::under_way);
  center.mode = activation_mode::drill;
  CHECK(end(wanted.starts_at).state == request_state::cancelled);
}

TEST_CASE_FIXTURE(fixture, "whoever had a place when a request was cancelled is told, nobody else") {
  auto before = *release(held_by("w"), noon - 1h);
  of_request = {held_by("v"), before};
  of_request[0].id = {"a"};
  of_request[1].id = {"b"};
  auto ended = cancel(wanted, of_request, {"退院した"}, noon);
  REQUIRE(ended);
  REQUIRE(ended->released.size() == 1);
  of_request[0] = ended->released[0];
  CHECK(lost_by_cancelling(ended->what, of_request, person));
  person.id = {"w"};
  CHECK_FALSE(lost_by_cancelling(ended->what, of_request, person));
}

TEST_CASE_FIXTURE(fixture, "who has left or is suspended is shown nothing") {
  for (auto state : {volunteer_state::left, volunteer_state::suspended}) {
    person.state = state;
    CHECK_FALSE(shown_to(wanted, person));
  }
}

TEST_CASE_FIXTURE(fixture, "open requests are shown to those who fit, confidential ones to nobody") {
  CHECK(shown_to(wanted, person));
  wanted.confidential = true;
  CHECK_FALSE(shown_to(wanted, person));
  wanted.confidential = false;
  wanted.state = request_state::taken;
  CHECK_FALSE(shown_to(wanted, person));
}

TEST_CASE("on-site, medical and confidential requests are by approval at first") {
  activation center;
  center.state = activation_state::active;
  new_request input;
  input.mode = request_mode::phone;
  input.summary = "電話で";
  input.starts_at = noon;
  input.ends_at = noon + 1h;
  auto admission_of = [&] { return make_request(input, center, {}, {"r"}, 1, noon)->admission; };
  CHECK(admission_of() == admission::first_come);
  input.specialty = specialty::medical;
  CHECK(admission_of() == admission::by_approval);
  input.specialty.reset();
  input.mode = request_mode::on_site;
  CHECK(admission_of() == admission::by_approval);
  input.admission = admission::first_come;
  CHECK(admission_of() == admission::first_come);
}

TEST_CASE("the center's own rule says what is by approval") {
  activation center;
  center.state = activation_state::active;
  new_request input;
  input.mode = request_mode::on_site;
  input.summary = "窓口で";
  input.starts_at = noon;
  input.ends_at = noon + 1h;
  auto admission_of = [&](const approval_lanes& lanes) {
    return make_request(input, center, {}, {"r"}, 1, noon, lanes)->admission;
  };
  CHECK(admission_of({false, true, true}) == admission::first_come);
  input.specialty = specialty::medical;
  CHECK(admission_of({false, true, true}) == admission::by_approval);
  CHECK(admission_of({false, false, true}) == admission::first_come);
  input.confidential = true;
  CHECK(admission_of({false, false, true}) == admission::by_approval);
}

TEST_CASE("a request may have begun already, but not be over") {
  activation center;
  center.state = activation_state::active;
  new_request input;
  input.summary = "今";
  input.starts_at = noon - 10min;
  input.ends_at = noon + 1min;
  CHECK(make_request(input, center, {}, {"r"}, 1, noon));
  input.ends_at = noon;
  CHECK(make_request(input, center, {}, {"r"}, 1, noon).error().errors.at(0).field == "ends_at");
}

TEST_CASE("who names readers of a request that is not confidential is told, not ignored") {
  activation center;
  center.state = activation_state::active;
  new_request input;
  input.summary = "相談";
  input.starts_at = noon;
  input.ends_at = noon + 1h;
  input.visible_to = {{"somebody"}};
  CHECK(make_request(input, center, {}, {"r"}, 1, noon).error().errors.at(0).field == "confidential");
  input.confidential = true;
  CHECK(make_request(input, center, {}, {"r"}, 1, noon));
}

TEST_CASE("a request that cannot be is refused with every wrong field") {
  activation center;
  center.state = activation_state::active;
  new_request input;
  input.starts_at = noon;
  input.ends_at = noon - 1h;
  input.places = 0;
  auto made = make_request(input, center, {}, {"r"}, 1, noon);
  REQUIRE_FALSE(made);
  CHECK(made.error().errors.size() == 3);
}

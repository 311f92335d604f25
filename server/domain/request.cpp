#include "server/domain/request.hpp"

#include "server/domain/activation.hpp"
#include "server/domain/languages.hpp"
#include "server/domain/refusals.hpp"

#include <algorithm>

namespace kotobashi::domain {

namespace {
bool holds(const assignment& one) {
  return one.state != assignment_state::released;
}

std::optional<std::int64_t> free_place(const request& wanted, std::span<const assignment> all) {
  for (std::int64_t place = 1; place <= wanted.places; ++place) {
    if (std::ranges::none_of(all, [&](const assignment& one) { return holds(one) && one.place == place; }))
      return place;
  }
  return std::nullopt;
}

bool can_be_taken(const request& wanted) {
  return wanted.state == request_state::open || wanted.state == request_state::offered ||
         wanted.state == request_state::taken || wanted.state == request_state::under_way;
}

bool overlaps(const dispatch_facts& facts) {
  return std::ranges::any_of(facts.of_volunteer, [&](const assignment& one) {
    return holds(one) && one.state != assignment_state::done && one.starts_at < facts.wanted.ends_at &&
           facts.wanted.starts_at < one.ends_at;
  });
}

struct hours_of_work {
  instant from, to;
  std::chrono::microseconds within(instant begins, instant ends) const {
    return std::max(std::min(to, ends) - std::max(from, begins), std::chrono::microseconds{0});
  }
};

// What was finished early took no longer than that.
hours_of_work hours_of(const assignment& one) {
  const instant to = std::min(one.ends_at, one.finished_at.value_or(one.ends_at));
  return {std::min(one.starts_at, to), to};
}

// One long assignment alone is the coordinator's decision; it is the sum with others that wears people out.
bool too_much_in(instant begins, const hours_of_work& wanted, const std::vector<hours_of_work>& others,
                 const rest_policy& rest) {
  const instant ends = begins + std::chrono::hours{24};
  auto more = std::chrono::microseconds{0};
  for (const auto& each : others) more += each.within(begins, ends);
  const auto own = wanted.within(begins, ends);
  return own.count() > 0 && more.count() > 0 && own + more > rest.per_day;
}

bool needs_rest(const dispatch_facts& facts) {
  const hours_of_work wanted{facts.wanted.starts_at, facts.wanted.ends_at};
  std::vector<hours_of_work> others;
  for (const assignment& one : facts.of_volunteer) {
    if (!holds(one)) continue;
    const auto busy = hours_of(one);
    bool too_near = busy.to <= wanted.from ? wanted.from - busy.to < facts.rest.between
                                           : busy.from - wanted.to < facts.rest.between;
    if (too_near) return true;
    others.push_back(busy);
  }
  // The fullest 24 hours begin with some work or end with it.
  auto full_around = [&](const hours_of_work& one) {
    return too_much_in(one.from, wanted, others, facts.rest) ||
           too_much_in(one.to - std::chrono::hours{24}, wanted, others, facts.rest);
  };
  return full_around(wanted) || std::ranges::any_of(others, full_around);
}

bool has_skill(const request& wanted, const volunteer& person) {
  if (std::ranges::find(person.does, wanted.kind) == person.does.end()) return false;
  return !wanted.specialty ||
         std::ranges::find(person.specialties, *wanted.specialty) != person.specialties.end();
}

result<assignment> not_now() {
  return refuse(refusal_code::wrong_state, "the assignment is not in a state that allows this");
}

bool is_running(const assignment& one) {
  return holds(one) && one.state != assignment_state::done;
}

// Under way; or on the way without having said so, since the time has come.
bool is_out(const assignment& one, instant now) {
  return one.state == assignment_state::under_way ||
         (one.state == assignment_state::taken && one.starts_at <= now);
}

// Those for whom `gives_back` says so give their places back; the state that follows is left to the caller.
ended_request without(request wanted, std::span<const assignment> all, instant now, auto gives_back) {
  ended_request out{std::move(wanted), {}};
  for (const assignment& one : all)
    if (is_running(one) && gives_back(one)) out.released.push_back(*release(one, now));
  ++out.what.revision;
  return out;
}

std::vector<assignment> with(std::span<const assignment> all, const std::vector<assignment>& changed) {
  std::vector<assignment> out(all.begin(), all.end());
  for (assignment& one : out)
    for (const assignment& each : changed)
      if (each.id == one.id) one = each;
  return out;
}

void mark_cancelled(request& wanted, text<400> because, instant now) {
  wanted.state = request_state::cancelled;
  wanted.cancelled_because = std::move(because);
  wanted.cancelled_at = now;
}
} // namespace

std::optional<refusal_code> why_stopped(const activation& center, const request& wanted, instant now) {
  if (center.state == activation_state::closed) return refusal_code::center_closed;
  if (wanted.mode == request_mode::on_site && !on_site_allowed(center, wanted.area, now))
    return refusal_code::dispatch_stopped;
  return std::nullopt;
}

std::optional<refusal_code> why_not(const dispatch_facts& facts, const volunteer& person) {
  const request& wanted = facts.wanted;
  if (auto stopped = why_stopped(facts.center, wanted, facts.now)) return stopped;
  if (!can_be_taken(wanted) || !free_place(wanted, facts.of_request)) return refusal_code::already_taken;
  bool holds_one = std::ranges::any_of(
      facts.of_request, [&](const assignment& one) { return holds(one) && one.volunteer == person.id; });
  if (holds_one) return refusal_code::already_taken;
  if (!speaks(person, wanted.language, wanted.kind)) return refusal_code::language_mismatch;
  if (!has_skill(wanted, person)) return refusal_code::skill_missing;
  if (overlaps(facts)) return refusal_code::overlap;
  if (needs_rest(facts)) return refusal_code::rest_needed;
  if (person.state != volunteer_state::registered || person.presence == presence::resting)
    return refusal_code::not_available;
  if (wanted.gender_preference && person.gender != *wanted.gender_preference)
    return refusal_code::gender_preference;
  if (std::ranges::find(wanted.excluded, person.id) != wanted.excluded.end())
    return refusal_code::banned_pair;
  return std::nullopt;
}

result<assignment> take(const dispatch_facts& facts, const volunteer& person, taking how,
                        id<assignment> new_id) {
  if (auto reason = why_not(facts, person)) return refuse(*reason);
  bool taken = how == taking::by_telephone ||
               (how == taking::claimed && facts.wanted.admission == admission::first_come);
  assignment made;
  made.id = std::move(new_id);
  made.request = facts.wanted.id;
  made.place = *free_place(facts.wanted, facts.of_request);
  made.volunteer = person.id;
  made.state = taken ? assignment_state::taken : assignment_state::offered;
  made.by_telephone = how == taking::by_telephone;
  made.offered_at = facts.now;
  if (taken) made.taken_at = facts.now;
  made.starts_at = facts.wanted.starts_at;
  made.ends_at = facts.wanted.ends_at;
  return made;
}

result<assignment> approve(assignment one, const activation& center, const request& wanted, instant now) {
  if (one.state != assignment_state::offered) return not_now();
  if (auto stopped = why_stopped(center, wanted, now)) return refuse(*stopped);
  one.state = assignment_state::taken;
  one.taken_at = now;
  return one;
}

result<assignment> start(assignment one, const activation& center, const request& wanted, instant now) {
  if (one.state != assignment_state::taken) return not_now();
  if (auto stopped = why_stopped(center, wanted, now)) return refuse(*stopped);
  one.state = assignment_state::under_way;
  one.started_at = now;
  return one;
}

result<assignment> finish(assignment one, instant now) {
  if (one.state != assignment_state::under_way && one.state != assignment_state::taken) return not_now();
  one.state = assignment_state::done;
  one.finished_at = now;
  return one;
}

result<assignment> release(assignment one, instant now) {
  if (one.state == assignment_state::done || one.state == assignment_state::released) return not_now();
  one.state = assignment_state::released;
  one.released_at = now;
  return one;
}

request_state state_from(const request& wanted, std::span<const assignment> all, instant now) {
  if (wanted.state == request_state::cancelled || wanted.state == request_state::expired) return wanted.state;
  std::int64_t held = 0, offered = 0, under_way = 0, done = 0;
  for (const assignment& one : all) {
    held += holds(one);
    offered += one.state == assignment_state::offered;
    under_way += one.state == assignment_state::under_way;
    done += one.state == assignment_state::done;
  }
  const bool over = wanted.ends_at <= now;
  if (over && held == 0) return request_state::expired;
  if (!over && held < wanted.places) return request_state::open;
  if (done == held) return request_state::done;
  if (under_way > 0 || done > 0) return request_state::under_way;
  return offered > 0 ? request_state::offered : request_state::taken;
}

result<request> make_request(const new_request& input, const activation& center, const principal& by,
                             id<request> new_id, std::int64_t number, instant now,
                             const approval_lanes& lanes) {
  if (center.state == activation_state::closed)
    return refuse(refusal_code::center_closed, "the center is closed");
  refusal wrong{refusal_code::invalid, "some fields are not right", {}};
  if (input.summary.empty())
    wrong.errors.push_back({"summary", "required", "say in a few words what it is about"});
  if (input.ends_at <= input.starts_at)
    wrong.errors.push_back({"ends_at", "range", "it ends before it starts"});
  else if (input.ends_at <= now)
    wrong.errors.push_back({"ends_at", "range", "this time is over already"});
  if (input.ends_at - input.starts_at > std::chrono::hours{24})
    wrong.errors.push_back({"ends_at", "range", "at most 24 hours; make several requests instead"});
  if (input.places && (*input.places < 1 || *input.places > 50))
    wrong.errors.push_back({"places", "range", "from 1 to 50 people"});
  if (!input.visible_to.empty() && !input.confidential.value_or(false))
    wrong.errors.push_back({"confidential", "required",
                            "all of the staff see a request that is not confidential: say that it is"});
  if (!wrong.errors.empty()) return wrong;

  request made;
  made.id = std::move(new_id);
  made.activation = center.id;
  made.number = number;
  made.kind = input.kind;
  made.mode = input.mode;
  made.language = input.language;
  made.specialty = input.specialty;
  made.area = input.area;
  made.place = input.place.value_or(personal<text<200>>{});
  made.contact = input.contact.value_or(personal<text<200>>{});
  made.details = input.details.value_or(personal<text<2000>>{});
  made.summary = input.summary;
  made.starts_at = input.starts_at;
  made.ends_at = input.ends_at;
  made.places = input.places.value_or(1);
  made.gender_preference = input.gender_preference;
  made.excluded = input.excluded;
  made.confidential = input.confidential.value_or(false);
  if (made.confidential) {
    made.visible_to = input.visible_to;
    if (std::ranges::find(made.visible_to, by.who) == made.visible_to.end())
      made.visible_to.push_back(by.who);
  }
  bool careful = (lanes.confidential && made.confidential) ||
                 (lanes.on_site && made.mode == request_mode::on_site) ||
                 (lanes.medical && made.specialty == specialty::medical);
  made.admission = input.admission.value_or(careful ? admission::by_approval : admission::first_come);
  made.inquiry = input.inquiry.value_or(id<inquiry>{});
  made.created_at = now;
  made.created_by = by.who;
  return made;
}

result<ended_request> cancel(request wanted, std::span<const assignment> all, const cancel_request& input,
                             instant now) {
  if (wanted.state == request_state::done || wanted.state == request_state::cancelled)
    return refuse(refusal_code::wrong_state, "this request has ended already");
  if (input.reason.empty()) return refuse_field("reason", "required", "say why it is cancelled");
  auto ended = without(std::move(wanted), all, now, [](const assignment&) { return true; });
  mark_cancelled(ended.what, input.reason, now);
  return ended;
}

ended_request time_over(request wanted, std::span<const assignment> all, instant now) {
  auto ended = without(std::move(wanted), all, now,
                       [](const assignment& one) { return one.state == assignment_state::offered; });
  ended.what.state = state_from(ended.what, with(all, ended.released), now);
  return ended;
}

ended_request end_with(const activation& closed, request wanted, std::span<const assignment> all,
                       instant now) {
  const bool drill = closed.mode == activation_mode::drill;
  auto ended =
      without(std::move(wanted), all, now, [&](const assignment& one) { return drill || !is_out(one, now); });
  const auto left = with(all, ended.released);
  if (std::ranges::any_of(left, holds))
    ended.what.state = state_from(ended.what, left, now);
  else
    mark_cancelled(ended.what, "センターを閉じたため", now);
  return ended;
}

bool lost_by_cancelling(const request& wanted, std::span<const assignment> all, const volunteer& person) {
  return wanted.cancelled_at && std::ranges::any_of(all, [&](const assignment& one) {
           return one.volunteer == person.id && one.released_at == wanted.cancelled_at;
         });
}

bool shown_to(const request& wanted, const volunteer& person) {
  return !wanted.confidential && wanted.state == request_state::open &&
         person.state == volunteer_state::registered && speaks(person, wanted.language, wanted.kind) &&
         has_skill(wanted, person) &&
         (!wanted.gender_preference || person.gender == *wanted.gender_preference) &&
         std::ranges::find(wanted.excluded, person.id) == wanted.excluded.end();
}

request_for_volunteer view_for(const request& wanted, std::span<const assignment> all,
                               const volunteer& person, std::string area_name) {
  request_for_volunteer seen;
  seen.id = wanted.id;
  seen.number = wanted.number;
  seen.kind = wanted.kind;
  seen.mode = wanted.mode;
  seen.language = wanted.language;
  seen.specialty = wanted.specialty;
  seen.area = wanted.area;
  seen.area_name = std::move(area_name);
  seen.summary = wanted.summary;
  seen.starts_at = wanted.starts_at;
  seen.ends_at = wanted.ends_at;
  seen.state = wanted.state;
  seen.admission = wanted.admission;
  seen.revision = wanted.revision;
  for (const assignment& one : all) {
    if (one.volunteer != person.id || !holds(one)) continue;
    seen.mine = one.state;
    if (one.state == assignment_state::offered) continue;
    seen.place = wanted.place.reveal().value;
    seen.contact = wanted.contact.reveal().value;
    seen.details = wanted.details.reveal().value;
  }
  return seen;
}

} // namespace kotobashi::domain

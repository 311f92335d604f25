#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/views.hpp"
#include "server/domain/inquiry.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/request.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/request_store.hpp"
#include "server/store/roster_store.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
// A request with all that decides who may have it, read in the writer's transaction.
struct dispatch_desk {
  activation center;
  request wanted;
  std::vector<assignment> of_request;
};

result<dispatch_desk> desk_for(store::connection& db, const id<request>& which) {
  auto wanted = store::get(db, which);
  if (!wanted) return wanted.error();
  auto center = store::get(db, wanted->activation);
  if (!center) return center.error();
  return dispatch_desk{std::move(*center), std::move(*wanted), store::assignments_of(db, which)};
}

// Puts a new or changed assignment on the desk and into the database, with the request's state that follows
// from it.
void put(store::unit_of_work& work, dispatch_desk& desk, const assignment& changed, bool is_new) {
  if (is_new) {
    desk.of_request.push_back(changed);
    store::add(work, changed);
  } else {
    std::ranges::replace_if(
        desk.of_request, [&](const assignment& one) { return one.id == changed.id; }, changed);
    store::save(work, changed);
  }
  desk.wanted.state = domain::state_from(desk.wanted, desk.of_request, work.now());
  ++desk.wanted.revision;
  store::save_state(work, desk.wanted);
}

std::string explain(refusal_code code) {
  switch (code) {
  case refusal_code::center_closed: return "the center is closed";
  case refusal_code::dispatch_stopped: return "nobody is sent out at the moment";
  case refusal_code::already_taken: return "somebody else has this already";
  case refusal_code::language_mismatch: return "another language is needed";
  case refusal_code::skill_missing: return "another kind of work or experience is needed";
  case refusal_code::overlap: return "this overlaps with another assignment";
  case refusal_code::rest_needed: return "there would be too little rest";
  default: return "not available";
  }
}

result<assignment> take_place(services& of, store::unit_of_work& work, dispatch_desk& desk,
                              const volunteer& person, domain::taking how) {
  auto around = store::assignments_around(work.db(), person.id, desk.wanted.starts_at, desk.wanted.ends_at);
  domain::dispatch_facts facts{desk.center, desk.wanted, desk.of_request,
                               around,      work.now(),  of.center.policies.rest};
  auto made = domain::take(facts, person, how, work.new_id<assignment>());
  if (!made) {
    auto code =
        how == domain::taking::claimed ? domain::for_volunteers(made.error().code) : made.error().code;
    return refuse(code, explain(code));
  }
  put(work, desk, *made, true);
  return made;
}

// When an earthquake has just been, dozens claim at once and the writer runs nothing else: everything is read
// once.
result<made_and_seen<request, request_for_volunteer>> claim(services& of, store::unit_of_work& work,
                                                            const call& from, const id<request>& which) {
  auto desk = desk_for(work.db(), which);
  if (!desk) return desk.error();
  if (desk->wanted.confidential) return refuse(refusal_code::not_found, "there is no such request");
  if (desk->center.state == activation_state::closed)
    return refuse(refusal_code::center_closed, explain(refusal_code::center_closed));
  auto person = as_volunteer(work.db(), from.from, store::roster_in_use(desk->center));
  if (!person) return person.error();
  auto made = take_place(of, work, *desk, *person, domain::taking::claimed);
  if (!made) return made.error();
  store::tell(work, from.from.who, "request.claimed", which, desk->wanted.revision);
  auto area = area_name(of.texts, language_of(of.texts, from), desk->wanted.area);
  return made_and_seen<request, request_for_volunteer>{
      which, domain::view_for(desk->wanted, desk->of_request, *person, std::move(area))};
}

// Who declines after all gives their place back: volunteers decide freely. Somebody who is under way is sent
// back by a step of its own.
std::optional<refusal> give_back(store::unit_of_work& work, const call& from, const id<request>& which,
                                 const id<volunteer>& person) {
  auto desk = desk_for(work.db(), which);
  if (!desk) return desk.error();
  auto held = std::ranges::find_if(desk->of_request, [&](const assignment& one) {
    return one.volunteer == person && one.state != assignment_state::released &&
           one.state != assignment_state::done;
  });
  if (held == desk->of_request.end()) return std::nullopt;
  if (held->state == assignment_state::under_way)
    return refuse(refusal_code::wrong_state, "this person is under way: release or finish their work");
  auto released = domain::release(*held, work.now());
  if (!released) return released.error();
  put(work, *desk, *released, false);
  store::tell(work, from.from.who, "request.released", which, desk->wanted.revision);
  return std::nullopt;
}

result<id<request>> give(services& of, store::unit_of_work& work, const call& from, const id<request>& which,
                         const id<volunteer>& to, domain::taking how) {
  auto seen = request_for_staff(work.db(), which, from.from);
  if (!seen) return seen.error();
  auto desk = desk_for(work.db(), which);
  if (!desk) return desk.error();
  auto person = store::person_in(work.db(), store::roster_in_use(desk->center), to);
  if (!person) return refuse_field("volunteer", "unknown", "there is no such volunteer");
  auto made = take_place(of, work, *desk, *person, how);
  if (!made) return made.error();
  store::tell(work, from.from.who, "request.assigned", which, desk->wanted.revision);
  return which;
}

using step = result<assignment> (*)(assignment, const dispatch_desk&, instant);

// The assignment that is meant: the caller's own, or the one of the volunteer whom staff name; with one
// holder staff need not say.
result<assignment> meant(store::connection& db, const dispatch_desk& desk, const call& from,
                         const std::optional<id<volunteer>>& named) {
  id<volunteer> holder = named.value_or(id<volunteer>{});
  if (!from.from.as_volunteer.empty()) {
    auto self = as_volunteer_for(db, from.from, desk.wanted);
    if (!self) return self.error();
    holder = self->id;
  } else if (!domain::may_see(desk.wanted, from.from)) {
    return refuse(refusal_code::not_found, "there is no such request");
  } else if (named) {
    if (auto person = store::person_in(db, store::roster_in_use(desk.center), *named)) holder = person->id;
  }
  const assignment* found = nullptr;
  for (const auto& each : desk.of_request) {
    if (each.state == assignment_state::released || (!holder.empty() && each.volunteer != holder)) continue;
    if (found)
      return refuse_field("volunteer", "required", "several people hold this request: say who is meant");
    found = &each;
  }
  if (!found) return refuse(refusal_code::not_found, "there is no such assignment");
  return *found;
}

awaitable<reply> move_on(services& of, const call& from, std::string_view what, step next) {
  auto which = path_id<request>(from);
  auto wish = input<of_volunteer>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) -> result<id<request>> {
    auto desk = desk_for(work.db(), *which);
    if (!desk) return desk.error();
    auto one = meant(work.db(), *desk, from, wish->volunteer);
    if (!one) return one.error();
    auto changed = next(std::move(*one), *desk, work.now());
    if (!changed && changed.error().detail.empty())
      return refuse(changed.error().code, explain(changed.error().code));
    if (!changed) return changed.error();
    put(work, *desk, *changed, false);
    store::tell(work, from.from.who, what, *which, desk->wanted.revision);
    return *which;
  };
  if (from.from.as_volunteer.empty()) {
    auto show = [&](store::connection& db, const id<request>& one) {
      return request_for_staff(db, one, from.from);
    };
    co_return co_await change(of, from, what, 200, job, show);
  }
  auto show = [&](store::connection& db, const id<request>& one) { return request_after(of, db, from, one); };
  co_return co_await change(of, from, what, 200, job, show);
}
} // namespace

awaitable<reply> claim_request(services& of, const call& from) {
  auto which = path_id<request>(from);
  if (!which) co_return problem(which.error());
  auto job = [&](store::unit_of_work& work) { return claim(of, work, from, *which); };
  auto show = [&](store::connection& db, const id<request>& one) { return request_after(of, db, from, one); };
  co_return co_await change(of, from, "request.claim", 200, job, show);
}

awaitable<reply> assign_volunteer(services& of, const call& from) {
  auto which = path_id<request>(from);
  auto wish = input<assign_request>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  auto how = wish->by_telephone.value_or(false) ? domain::taking::by_telephone : domain::taking::offered;
  auto job = [&](store::unit_of_work& work) { return give(of, work, from, *which, wish->volunteer, how); };
  auto show = [&](store::connection& db, const id<request>& one) {
    return request_for_staff(db, one, from.from);
  };
  co_return co_await change(of, from, "request.assign", 200, job, show);
}

awaitable<reply> record_call(services& of, const call& from) {
  auto which = path_id<request>(from);
  auto wish = input<new_call_outcome>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) -> result<id<request>> {
    auto seen = request_for_staff(work.db(), *which, from.from);
    if (!seen) return seen.error();
    auto center = store::get(work.db(), seen->activation);
    auto person = store::person_in(work.db(), store::roster_in_use(*center), wish->volunteer);
    if (!person) return refuse_field("volunteer", "unknown", "there is no such volunteer");
    if (wish->outcome == call_result::accepted) {
      auto given = give(of, work, from, *which, person->id, domain::taking::by_telephone);
      if (!given) return given.error();
    }
    if (wish->outcome == call_result::declined)
      if (auto refused = give_back(work, from, *which, person->id)) return *refused;
    store::add(work, call_outcome{work.new_id<call_outcome>(), *which, person->id, wish->outcome, work.now(),
                                  from.from.who});
    store::tell(work, from.from.who, "request.called", *which, seen->revision);
    return *which;
  };
  auto show = [&](store::connection& db, const id<request>& one) {
    return request_for_staff(db, one, from.from);
  };
  co_return co_await change(of, from, "request.call", 201, job, show);
}

awaitable<reply> approve_claim(services& of, const call& from) {
  step next = [](assignment one, const dispatch_desk& desk, instant now) {
    return domain::approve(std::move(one), desk.center, desk.wanted, now);
  };
  co_return co_await move_on(of, from, "request.approved", next);
}
awaitable<reply> release_place(services& of, const call& from) {
  step next = [](assignment one, const dispatch_desk&, instant now) {
    return domain::release(std::move(one), now);
  };
  co_return co_await move_on(of, from, "request.released", next);
}
awaitable<reply> start_work(services& of, const call& from) {
  step next = [](assignment one, const dispatch_desk& desk, instant now) {
    return domain::start(std::move(one), desk.center, desk.wanted, now);
  };
  co_return co_await move_on(of, from, "request.started", next);
}
awaitable<reply> finish_work(services& of, const call& from) {
  step next = [](assignment one, const dispatch_desk&, instant now) {
    return domain::finish(std::move(one), now);
  };
  co_return co_await move_on(of, from, "request.finished", next);
}

} // namespace kotobashi::api

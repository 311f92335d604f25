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
result<id<request>> make_one(services& of, store::unit_of_work& work, const call& from,
                             const new_request& wish) {
  auto current = open_center(work.db());
  if (!current) return current.error();
  if (!of.center.area(wish.area)) return refuse_field("area", "unknown", "this is not an area of the center");
  new_request checked = wish;
  if (wish.inquiry) {
    auto about = inquiry_for(work.db(), *wish.inquiry, from.from);
    if (!about) return refuse_field("inquiry", "unknown", "there is no such inquiry");
    if (about->confidential) { // what comes of a confidential inquiry is confidential, for the same people
      checked.confidential = true;
      checked.visible_to.insert(checked.visible_to.end(), about->visible_to.begin(), about->visible_to.end());
    }
  }
  bool confidential = checked.confidential.value_or(false);
  auto number = store::next_number(work, current->id, confidential ? "request.confidential" : "request");
  auto made = domain::make_request(checked, *current, from.from, work.new_id<request>(), number, work.now());
  if (!made) return made.error();
  store::add(work, *made);
  store::tell(work, from.from.who, "request.created", made->id, 1);
  return made->id;
}

std::vector<request> of_volunteer_list(store::connection& db, const activation& current,
                                       const volunteer& person) {
  auto out = store::requests_held_by(db, current.id, person.id);
  for (auto& each : store::open_requests(db, current.id)) {
    bool mine = std::ranges::any_of(out, [&](const request& one) { return one.id == each.id; });
    if (!mine && domain::shown_to(each, person)) out.push_back(std::move(each));
  }
  return out;
}

result<std::vector<request_for_volunteer>> list_for_volunteer(services& of, store::connection& db,
                                                              const call& from) {
  auto current = store::current_activation(db);
  if (!current) return std::vector<request_for_volunteer>{};
  auto person = as_volunteer(db, from.from);
  if (!person) return person.error();
  const std::string language = language_of(of.texts, from);
  std::vector<request_for_volunteer> out;
  for (const auto& each : of_volunteer_list(db, *current, *person)) {
    auto all = store::assignments_of(db, each.id);
    out.push_back(domain::view_for(each, all, *person, area_name(of.texts, language, each.area)));
  }
  return out;
}

std::vector<request_view> list_for_staff(store::connection& db, const call& from,
                                         const store::page_wish& wish) {
  auto current = store::latest_activation(db);
  if (!current) return {};
  auto rows = [&](const store::page_wish& page) { return store::requests(db, current->id, page); };
  auto show = [&](const request& each) { return request_for_staff(db, each.id, from.from); };
  return seen_page(wish, rows, show);
}

candidate candidate_of(const volunteer& person, const domain::dispatch_facts& facts) {
  candidate one{person.id, person.name.reveal(), person.phone.reveal(), person.presence, person.spoken, {},
                {}};
  if (auto reason = domain::why_not(facts, person)) one.refusal = std::string(json::name_of(*reason));
  return one;
}

result<std::vector<candidate>> candidates_for(services& of, store::reader& in, const request& wanted) {
  auto center = store::get(in.db(), wanted.activation);
  if (!center) return center.error();
  auto of_request = store::assignments_of(in.db(), wanted.id);
  auto calls = store::calls_of(in.db(), wanted.id);
  std::vector<candidate> out;
  for (const auto& person : store::whole_roster(in.db(), store::roster_in_use(*center))) {
    auto around = store::assignments_around(in.db(), person.id, wanted.starts_at, wanted.ends_at);
    out.push_back(
        candidate_of(person, {*center, wanted, of_request, around, in.now(), of.center.policies.rest}));
    for (const auto& each : calls)
      if (each.volunteer == person.id) out.back().last_call = each.outcome;
  }
  std::ranges::stable_sort(out, {}, [](const candidate& one) { return one.refusal.has_value(); });
  return out;
}
} // namespace

awaitable<reply> create_request(services& of, const call& from) {
  auto wish = input<new_request>(from);
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) { return make_one(of, work, from, *wish); };
  auto show = [&](store::connection& db, const id<request>& which) {
    return request_for_staff(db, which, from.from);
  };
  co_return co_await change(of, from, "request.create", 201, job, show);
}

awaitable<reply> list_requests(services& of, const call& from) {
  if (!from.from.as_volunteer.empty()) {
    auto look = [&](store::reader& in) { return list_for_volunteer(of, in.db(), from); };
    auto found = co_await of.db.read(look);
    co_return found ? list_reply(*found) : problem(found.error());
  }
  auto wish = page_of(from);
  if (!wish) co_return problem(wish.error());
  auto look = [&](store::reader& in) -> result<std::vector<request_view>> {
    return list_for_staff(in.db(), from, *wish);
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, *wish, found->empty() ? "" : found->back().id.value);
}

awaitable<reply> get_request(services& of, const call& from) {
  auto which = path_id<request>(from);
  if (!which) co_return problem(which.error());
  if (!from.from.as_volunteer.empty()) {
    auto look = [&](store::reader& in) -> result<request_for_volunteer> {
      auto person = as_volunteer(in.db(), from.from);
      if (!person) return person.error();
      return request_for(in.db(), of.texts, *which, *person, language_of(of.texts, from));
    };
    co_return reply_of(co_await of.db.read(look));
  }
  auto look = [&](store::reader& in) { return request_for_staff(in.db(), *which, from.from); };
  co_return reply_of(co_await of.db.read(look));
}

awaitable<reply> list_candidates(services& of, const call& from) {
  auto which = path_id<request>(from);
  if (!which) co_return problem(which.error());
  auto look = [&](store::reader& in) -> result<std::vector<candidate>> {
    auto seen = request_for_staff(in.db(), *which, from.from);
    if (!seen) return seen.error();
    return candidates_for(of, in, *seen);
  };
  auto found = co_await of.db.read(look);
  co_return found ? list_reply(*found) : problem(found.error());
}

awaitable<reply> cancel_one(services& of, const call& from) {
  auto which = path_id<request>(from);
  auto wish = input<cancel_request>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) -> result<id<request>> {
    auto seen = request_in_full(work.db(), *which, from.from);
    if (!seen) return seen.error();
    auto cancelled = domain::cancel(*seen, *wish);
    if (!cancelled) return cancelled.error();
    store::save(work, *cancelled);
    for (const assignment& each : seen->assignments)
      if (auto released = domain::release(each, work.now())) store::save(work, *released);
    store::tell(work, from.from.who, "request.cancelled", cancelled->id, cancelled->revision);
    return cancelled->id;
  };
  auto show = [&](store::connection& db, const id<request>& one) {
    return request_for_staff(db, one, from.from);
  };
  co_return co_await change(of, from, "request.cancel", 200, job, show);
}

} // namespace kotobashi::api

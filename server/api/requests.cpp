#include "server/api/ending.hpp"
#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/views.hpp"
#include "server/domain/inquiry.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/request.hpp"
#include "server/roster/vocabulary.hpp"
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
  if (!roster::is_language(wish.language.value))
    return refuse_field("language", "unknown", "there is no such language");
  if (auto wrong = wrong_readers(work.db(), wish.visible_to, domain::may_read_requests)) return *wrong;
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
  auto made = domain::make_request(checked, *current, from.from, work.new_id<request>(), number, work.now(),
                                   of.center.policies.by_approval);
  if (!made) return made.error();
  store::add(work, *made);
  store::tell(work, from.from.who, "request.created", made->id, 1);
  return made->id;
}

// Their own first, also where the center has closed meanwhile, then what is open to them.
std::vector<request> of_volunteer_list(store::reader& in, const std::optional<activation>& current,
                                       const volunteer& person) {
  const auto here = current ? current->id : id<activation>{};
  auto out = store::requests_held_by(in.db(), here, person.id);
  for (auto& each : store::requests_lost_by(in.db(), person.id, in.now())) out.push_back(std::move(each));
  if (!current) return out;
  const auto own = out.size();
  for (auto& each : store::open_requests(in.db(), here)) {
    bool mine = std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(own),
                            [&](const request& one) { return one.id == each.id; });
    if (!mine && domain::shown_to(each, person)) out.push_back(std::move(each));
  }
  return out;
}

result<std::vector<request_for_volunteer>> list_for_volunteer(services& of, store::reader& in,
                                                              const call& from) {
  auto current = store::current_activation(in.db());
  auto person = as_volunteer(in.db(), from.from, store::roster_in_use(current));
  if (!person) return person.error();
  const std::string language = language_of(of.texts, from);
  std::vector<request_for_volunteer> out;
  auto show = [&](const request& each, const volunteer& who) {
    auto all = store::assignments_of(in.db(), each.id);
    out.push_back(domain::view_for(each, all, who, area_name(of.texts, language, each.area)));
  };
  for (const auto& each : of_volunteer_list(in, current, *person)) show(each, *person);
  if (person->copy_of.empty()) return out;
  // A drill does not take away what somebody is really out for.
  auto self = store::get(in.db(), person->copy_of);
  if (!self) return self.error();
  for (const auto& each : of_volunteer_list(in, {}, *self)) show(each, *self);
  return out;
}

std::vector<request_view> list_for_staff(store::connection& db, const call& from,
                                         const store::page_wish& wish) {
  auto current = store::latest_activation(db);
  if (!current) return {};
  auto rows = [&](const store::page_wish& page) { return store::requests(db, *current, page); };
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
    auto look = [&](store::reader& in) { return list_for_volunteer(of, in, from); };
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
    auto look = [&](store::reader& in) {
      return request_for(in.db(), of.texts, *which, from.from, language_of(of.texts, from));
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
    auto all = store::assignments_of(work.db(), *which);
    auto cancelled = domain::cancel(*seen, all, *wish, work.now());
    if (!cancelled) return cancelled.error();
    end_request(work, from.from.who, *cancelled);
    return cancelled->what.id;
  };
  auto show = [&](store::connection& db, const id<request>& one) {
    return request_for_staff(db, one, from.from);
  };
  co_return co_await change(of, from, "request.cancel", 200, job, show);
}

} // namespace kotobashi::api

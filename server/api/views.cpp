#include "server/api/views.hpp"

#include "server/domain/inquiry.hpp"
#include "server/domain/request.hpp"
#include "server/model/without_personal.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/inquiry_store.hpp"
#include "server/store/notice_store.hpp"
#include "server/store/request_store.hpp"
#include "server/store/roster_store.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
bool is_offered_to(store::connection& db, const request& wanted, const volunteer& person) {
  auto of = store::find(db, wanted.activation);
  return of && of->state != activation_state::closed && domain::shown_to(wanted, person);
}
} // namespace

std::optional<refusal> wrong_readers(store::connection& db, const std::vector<id<account>>& named,
                                     domain::role_set may) {
  refusal wrong{refusal_code::invalid, "some fields are not right", {}};
  for (std::size_t i = 0; i < named.size(); ++i) {
    const std::string field = "visible_to[" + std::to_string(i) + "]";
    auto found = store::find(db, named[i]);
    if (!found || !found->volunteer.empty()) {
      wrong.errors.push_back({field, "unknown", "there is no such account"});
      continue;
    }
    domain::role_set has;
    for (role each : found->roles) has.add(each);
    if (!has.meets(may)) wrong.errors.push_back({field, "range", "this account has no role that may see it"});
  }
  if (wrong.errors.empty()) return std::nullopt;
  return wrong;
}

result<request_view> request_in_full(store::connection& db, const id<request>& which,
                                     const domain::principal& who) {
  auto found = store::get(db, which);
  if (!found) return found.error();
  if (!domain::may_see(*found, who)) return refuse(refusal_code::not_found, "there is no such request");
  request_view seen;
  static_cast<request&>(seen) = std::move(*found);
  for (const auto& each : store::assignments_of(db, which)) {
    assignment_view one;
    static_cast<assignment&>(one) = each;
    if (auto person = store::find(db, each.volunteer)) one.volunteer_name = person->name.reveal();
    seen.assignments.push_back(std::move(one));
  }
  seen.calls = store::calls_of(db, which);
  return seen;
}

result<request_view> request_for_staff(store::connection& db, const id<request>& which,
                                       const domain::principal& who) {
  auto seen = request_in_full(db, which, who);
  if (!seen || domain::may_see_people(*seen, who)) return seen;
  seen = without_personal(std::move(*seen));
  for (auto& each : seen->assignments) each.volunteer_name.clear();
  return seen;
}

result<volunteer> as_volunteer(store::connection& db, const domain::principal& who) {
  return as_volunteer(db, who, store::roster_in_use(store::current_activation(db)));
}

result<volunteer> as_volunteer(store::connection& db, const domain::principal& who,
                               const id<activation>& drill) {
  if (who.as_volunteer.empty())
    return refuse(refusal_code::forbidden, "only a volunteer can do this for themselves");
  auto person = store::person_in(db, drill, who.as_volunteer);
  if (!person || domain::has_left(*person))
    return refuse(refusal_code::not_available, "you are not on the roster that is in use");
  return std::move(*person);
}

result<volunteer> as_volunteer_for(store::connection& db, const domain::principal& who,
                                   const request& wanted) {
  return as_volunteer(db, who, store::roster_in_use(store::find(db, wanted.activation)));
}

result<request_for_volunteer> request_for(store::connection& db, const words::library& texts,
                                          const id<request>& which, const domain::principal& who,
                                          std::string_view language) {
  auto found = store::get(db, which);
  if (!found) return found.error();
  auto person = as_volunteer_for(db, who, *found);
  if (!person) return person.error();
  auto all = store::assignments_of(db, which);
  auto seen = domain::view_for(*found, all, *person, area_name(texts, language, found->area));
  bool known = seen.mine || domain::lost_by_cancelling(*found, all, *person);
  if (!known && !is_offered_to(db, *found, *person))
    return refuse(refusal_code::not_found, "there is no such request");
  return seen;
}

result<request_for_volunteer> request_after(services& of, store::connection& db, const call& from,
                                            const id<request>& which) {
  auto found = store::get(db, which);
  if (!found) return found.error();
  auto person = as_volunteer_for(db, from.from, *found);
  if (!person) return person.error();
  auto all = store::assignments_of(db, which);
  bool known = std::ranges::any_of(all, [&](const assignment& one) { return one.volunteer == person->id; });
  if (!known) return refuse(refusal_code::not_found, "there is no such request");
  return domain::view_for(*found, all, *person,
                          area_name(of.texts, language_of(of.texts, from), found->area));
}

notice_view notice_seen(store::connection& db, notice one) {
  notice_view seen;
  static_cast<notice&>(seen) = std::move(one);
  if (auto said = store::revision_of(db, seen.id, seen.current)) {
    seen.parameters = said->parameters;
    seen.free_text = said->free_text;
  }
  seen.texts = store::languages_of(db, seen.id, seen.current);
  seen.language_count = static_cast<int>(seen.texts.size());
  seen.ready_count = static_cast<int>(std::ranges::count_if(seen.texts, &notice_language::ready));
  return seen;
}

result<notice_view> notice_for_staff(store::connection& db, const id<notice>& which) {
  auto found = store::get(db, which);
  if (!found) return found.error();
  return notice_seen(db, std::move(*found));
}

result<inquiry_view> inquiry_for(store::connection& db, const id<inquiry>& which,
                                 const domain::principal& who) {
  auto found = store::get(db, which);
  if (!found) return found.error();
  if (!domain::may_see(*found, who)) return refuse(refusal_code::not_found, "there is no such inquiry");
  inquiry_view seen;
  static_cast<inquiry&>(seen) = std::move(*found);
  seen.answers = store::answers_of(db, which);
  return seen;
}

} // namespace kotobashi::api

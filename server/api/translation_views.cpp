#include "server/api/translation_views.hpp"

#include "server/domain/translation.hpp"
#include "server/store/translation_store.hpp"

namespace kotobashi::api {

std::optional<std::string> name_for_staff(store::connection& db, const id<account>& who) {
  if (who.empty()) return std::nullopt;
  auto found = store::find(db, who);
  if (!found) return std::nullopt;
  if (!found->volunteer.empty())
    if (auto person = store::find(db, found->volunteer); person && !person->number.empty())
      return person->number.value;
  return found->name.value;
}

translation_view translation_seen(store::connection& db, const translation& one,
                                  const domain::principal& who) {
  translation_view seen;
  seen.id = one.id;
  seen.language = one.language;
  seen.source = one.source;
  seen.state = one.state;
  if (!one.said.empty()) seen.said = one.said;
  seen.mine = one.state == translation_state::claimed && one.claimed_by == who.who;
  seen.translated_by_me = one.translated_by == who.who;
  if (seen.mine || who.roles.meets(domain::staff)) seen.claimed_until = one.claimed_until;
  for (const auto& each : store::live_uses(db, one.id))
    if (auto in = store::find(db, each.in); in && in->number) seen.notices.push_back(*in->number);
  seen.created_at = one.created_at;
  seen.revision = one.revision;
  if (!who.roles.meets(domain::staff)) return seen;
  seen.claimed_by = name_for_staff(db, one.claimed_by);
  seen.translated_by = name_for_staff(db, one.translated_by);
  seen.translated_at = one.translated_at;
  seen.checked_by = name_for_staff(db, one.checked_by);
  seen.checked_at = one.checked_at;
  return seen;
}

std::optional<refusal> not_shown(store::connection& db, const translation& one,
                                 const domain::principal& who) {
  if (who.roles.meets(domain::staff)) return std::nullopt;
  auto person = as_volunteer(db, who);
  if (!person) return person.error();
  if (!domain::may_translate(*person, one.language) || !store::is_live(db, one.id))
    return refuse(refusal_code::not_found, "there is no such translation");
  return std::nullopt;
}

result<translation_view> translation_for(store::connection& db, const id<translation>& which,
                                         const domain::principal& who) {
  auto found = store::get(db, which);
  if (!found) return found.error();
  if (auto hidden = not_shown(db, *found, who)) return *hidden;
  return translation_seen(db, *found, who);
}

} // namespace kotobashi::api

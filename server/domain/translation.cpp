#include "server/domain/translation.hpp"

#include "server/domain/languages.hpp"

namespace kotobashi::domain {

namespace {
bool held_by_another(const translation& one, const id<account>& who) {
  return one.state == translation_state::claimed && one.claimed_by != who;
}

void free_claim(translation& one) {
  one.claimed_by = {};
  one.claimed_until.reset();
}
} // namespace

bool may_translate(const volunteer& person, const language_tag& language) {
  return person.state == volunteer_state::registered && speaks(person, language, request_kind::translate);
}

result<translation> claim(translation one, const id<account>& who, instant now) {
  if (held_by_another(one, who)) return refuse(refusal_code::already_taken, "somebody else translates this");
  if (one.state == translation_state::translated || one.state == translation_state::done)
    return refuse(refusal_code::wrong_state, "this is translated already");
  one.state = translation_state::claimed;
  one.claimed_by = who;
  one.claimed_until = now + translation_claim_lasts;
  ++one.revision;
  return one;
}

result<translation> give_back(translation one, const id<account>& who, bool by_staff) {
  if (one.state != translation_state::claimed)
    return refuse(refusal_code::wrong_state, "nobody has claimed this");
  if (one.claimed_by != who && !by_staff)
    return refuse(refusal_code::already_taken, "somebody else has claimed this");
  return lapse(std::move(one));
}

translation lapse(translation one) {
  one.state = translation_state::open;
  free_claim(one);
  ++one.revision;
  return one;
}

result<translation> submit(translation one, const id<account>& who, std::string said, instant now) {
  if (held_by_another(one, who)) return refuse(refusal_code::already_taken, "somebody else translates this");
  if (one.state == translation_state::done)
    return refuse(refusal_code::wrong_state, "this is translated and checked already");
  if (one.state == translation_state::translated && one.translated_by != who)
    return refuse(refusal_code::wrong_state, "somebody else has translated this: check it instead");
  one.state = translation_state::translated;
  one.said = std::move(said);
  free_claim(one);
  one.translated_by = who;
  one.translated_at = now;
  ++one.revision;
  return one;
}

result<translation> check(translation one, const id<account>& who, bool by_staff,
                          std::optional<std::string> said, instant now) {
  bool again = one.state == translation_state::done && by_staff;
  if (one.state != translation_state::translated && !again)
    return refuse(refusal_code::wrong_state, "there is nothing to check here");
  if (one.translated_by == who)
    return refuse(refusal_code::forbidden, "a second person checks what you have translated");
  one.state = translation_state::done;
  if (said) one.said = std::move(*said);
  one.checked_by = who;
  one.checked_at = now;
  ++one.revision;
  return one;
}

text_status status_of(const translation& one) {
  switch (one.state) {
  case translation_state::open:
  case translation_state::claimed: return text_status::missing;
  case translation_state::translated: return text_status::drafted;
  case translation_state::done: return text_status::checked;
  }
  return text_status::missing;
}

} // namespace kotobashi::domain

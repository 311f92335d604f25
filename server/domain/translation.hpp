#pragma once

#include "server/domain/principal.hpp"
#include "server/model/result.hpp"
#include "server/model/translation.hpp"
#include "server/model/volunteer.hpp"

#include <chrono>

// A translation's way: open → claimed → translated → done, each text once, checked by a second person.
namespace kotobashi::domain {

// A claim that nobody works on lapses after this.
inline constexpr std::chrono::minutes translation_claim_lasts{60};

// Staff who translate, check, and free what others have claimed.
inline constexpr role_set translation_staff{role::lead, role::coordinator, role::editor};
inline bool is_translation_staff(const principal& who) {
  return who.roles.meets(translation_staff);
}

// Does this person write the language, and are they on the roster?
bool may_translate(const volunteer& person, const language_tag& language);

// already_taken where somebody else has it; again by its holder: the time starts anew.
result<translation> claim(translation one, const id<account>& who, instant now);
// By its holder, or by staff for somebody who does not come back.
result<translation> give_back(translation one, const id<account>& who, bool by_staff);
// What becomes of a claim when its time is over.
translation lapse(translation one);
// `said` is clean and not empty. Who has claimed it, or anybody while it is open; until it is checked its
// translator may mend it.
result<translation> submit(translation one, const id<account>& who, std::string said, instant now);
// By a second person; `said` is what it says after their correction. Staff may mend what was checked before.
result<translation> check(translation one, const id<account>& who, bool by_staff,
                          std::optional<std::string> said, instant now);

// What a text of this state counts as.
text_status status_of(const translation& one);

} // namespace kotobashi::domain

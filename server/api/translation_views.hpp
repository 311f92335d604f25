#pragma once

#include "server/api/views.hpp"
#include "server/model/translation.hpp"

// What each audience sees of a translation.
namespace kotobashi::api {

// The account's name; of a volunteer the register's number. For staff.
std::optional<std::string> name_for_staff(store::connection& db, const id<account>& who);

translation_view translation_seen(store::connection& db, const translation& one,
                                  const domain::principal& who);
// Staff see all; a volunteer those in a language that they write, while a notice carries them: others are
// not_found.
std::optional<refusal> not_shown(store::connection& db, const translation& one, const domain::principal& who);
result<translation_view> translation_for(store::connection& db, const id<translation>& which,
                                         const domain::principal& who);

} // namespace kotobashi::api

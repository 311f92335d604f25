#pragma once

#include "server/api/handling.hpp"
#include "server/api/languages.hpp"

// What each audience sees of a record. What they may not see is not there: not_found.
namespace kotobashi::api {

// People named as those who see a confidential record are accounts of staff, with a role that may see it at
// all.
std::optional<refusal> wrong_readers(store::connection& db, const std::vector<id<account>>& named,
                                     domain::role_set may);

// All of it, for those who work on it: may_see decides alone, and nothing is left out that would be saved so.
result<request_view> request_in_full(store::connection& db, const id<request>& which,
                                     const domain::principal& who);
// What a member of the staff is shown: without its people where they need not know them.
result<request_view> request_for_staff(store::connection& db, const id<request>& which,
                                       const domain::principal& who);
// The caller as a volunteer of the roster in use (a drill's copy during a drill), or forbidden.
result<volunteer> as_volunteer(store::connection& db, const domain::principal& who);
// The same, where the activation is at hand: its roster.
result<volunteer> as_volunteer(store::connection& db, const domain::principal& who,
                               const id<activation>& drill);
// The same for a request: the roster that its activation works on.
result<volunteer> as_volunteer_for(store::connection& db, const domain::principal& who,
                                   const request& wanted);
// What a volunteer sees of it: an open one that fits, their own, and one that was cancelled while it was.
result<request_for_volunteer> request_for(store::connection& db, const words::library& texts,
                                          const id<request>& which, const domain::principal& who,
                                          std::string_view language);
// The same right after a step of the caller's own: also when the request has left their list with it.
result<request_for_volunteer> request_after(services& of, store::connection& db, const call& from,
                                            const id<request>& which);
// With its present revision and the state of every language.
notice_view notice_seen(store::connection& db, notice one);
result<notice_view> notice_for_staff(store::connection& db, const id<notice>& which);
result<inquiry_view> inquiry_for(store::connection& db, const id<inquiry>& which,
                                 const domain::principal& who);

} // namespace kotobashi::api

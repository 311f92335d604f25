#pragma once

#include "server/store/tables.hpp"

namespace kotobashi::store {

std::optional<account> account_named(connection& db, std::string_view name);
std::optional<account> account_of(connection& db, const id<volunteer>& person);
std::vector<account> accounts(connection& db);
bool has_accounts(connection& db);

struct live_session {
  session what;
  account of;
};
// Sessions that have not ended by `now`, with their accounts; those of disabled accounts are left out.
std::vector<live_session> live_sessions(connection& db, instant now);
// Ends sessions and says which they were.
std::vector<id<session>> end_sessions_of_link(unit_of_work& work, const id<personal_link>& link);
std::vector<id<session>> end_sessions_of(unit_of_work& work, const id<account>& of, const id<session>& but);
bool end_session(unit_of_work& work, const id<session>& which);
// Is the account signed in anywhere?
bool has_session(connection& db, const id<account>& of, instant now);
void forget_ended_sessions(unit_of_work& work);

std::optional<personal_link> link_with(connection& db, std::string_view token_hash);
// The volunteer's links that were not revoked.
std::vector<personal_link> links_of(connection& db, const id<volunteer>& person);

} // namespace kotobashi::store

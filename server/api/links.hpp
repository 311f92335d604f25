#pragma once

#include "server/store/tables.hpp"

namespace kotobashi::api {

// Revokes the links of a person of the roster and ends the sessions that came of them: these, for the table
// of sessions once it is committed.
std::vector<id<session>> revoke_all(store::unit_of_work& work, const id<volunteer>& person);

} // namespace kotobashi::api

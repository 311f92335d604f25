#pragma once

#include "server/store/tables.hpp"

namespace kotobashi::store {

// Those of the activation; beside an actual one those of earlier ones that people are out for.
std::vector<request> requests(connection& db, const activation& of, const page_wish& which);
std::vector<request> open_requests(connection& db, const id<activation>& of);
// Those of the activation that the person has a place of, and those of any other that they are out for.
std::vector<request> requests_held_by(connection& db, const id<activation>& of, const id<volunteer>& person);
// Cancelled while the person had a place of them, of any activation; until their time is over.
std::vector<request> requests_lost_by(connection& db, const id<volunteer>& person, instant now);
// Those of the activation that anybody has a place of and has not finished.
std::vector<request> requests_in_hand(connection& db, const id<activation>& of);
// Those whose time is over while places of them are free or only offered.
std::vector<request> requests_over_by(connection& db, instant now);

// All assignments of a request, released ones too.
std::vector<assignment> assignments_of(connection& db, const id<request>& of);
// The person's assignments that are not released and touch the time from a day before `from` to a day after
// `to`.
std::vector<assignment> assignments_around(connection& db, const id<volunteer>& person, instant from,
                                           instant to);
std::vector<call_outcome> calls_of(connection& db, const id<request>& of);

// The request's state and revision, all that dispatching changes of it; the rest of the row is left alone.
void save_state(unit_of_work& work, const request& changed);

} // namespace kotobashi::store

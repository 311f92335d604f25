#pragma once

#include "server/domain/request.hpp"
#include "server/store/tables.hpp"

// Requests that end without being done.
namespace kotobashi::api {

// Saves it with the places that were given back, and tells of it.
void end_request(store::unit_of_work& work, const id<account>& who, const domain::ended_request& ended);
// Those of an activation that is closed.
void end_requests_of(store::unit_of_work& work, const id<account>& who, const activation& closed);
// Those whose time is over by now; how many.
int end_requests_over(store::unit_of_work& work);

} // namespace kotobashi::api

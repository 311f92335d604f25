#pragma once

#include "server/domain/principal.hpp"
#include "server/model/records.hpp"
#include "server/model/result.hpp"

#include <optional>
#include <span>
#include <vector>

// Requests for interpreters (通訳依頼) and who may take them.
namespace kotobashi::domain {

struct rest_policy {
  std::chrono::minutes between{30}; // from the end of one assignment to the start of the next
  std::chrono::hours per_day{8};    // at most, in any 24 hours
};

// What waits for a coordinator's approval; the rest goes to who comes first.
struct approval_lanes {
  bool on_site = true;
  bool medical = true;
  bool confidential = true;
};

// Everything the decision needs, read in the writer's transaction.
struct dispatch_facts {
  const activation& center;
  const request& wanted;
  std::span<const assignment> of_request;   // its assignments, all states
  std::span<const assignment> of_volunteer; // the volunteer's that are not released, around the time
  instant now;
  rest_policy rest{};
};

// Why nobody can be sent out for the request at the moment: the center is closed, or on-site dispatch is
// stopped there.
std::optional<refusal_code> why_stopped(const activation& center, const request& wanted, instant now);
// Why this person cannot have the request, the first reason in the order in which reasons are told; nothing:
// they can.
std::optional<refusal_code> why_not(const dispatch_facts& facts, const volunteer& person);

// How a place comes to its holder.
enum class taking { claimed, offered, by_telephone };
// The assignment that a claim or an assignment by staff makes, on the lowest free place.
result<assignment> take(const dispatch_facts& facts, const volunteer& person, taking how,
                        id<assignment> new_id);

// Steps of an assignment: offered → taken → under_way → done; released from the first three. The first two
// send somebody out, which may be stopped; who is out may always finish.
result<assignment> approve(assignment one, const activation& center, const request& wanted, instant now);
result<assignment> start(assignment one, const activation& center, const request& wanted, instant now);
result<assignment> finish(assignment one, instant now);
result<assignment> release(assignment one, instant now);

// The state that follows from the assignments; cancelled and expired stay. Once its time is over, places that
// nobody holds do not count any more.
request_state state_from(const request& wanted, std::span<const assignment> all, instant now);

result<request> make_request(const new_request& input, const activation& center, const principal& by,
                             id<request> new_id, std::int64_t number, instant now,
                             const approval_lanes& lanes = {});

// A request that has ended, wholly or for some, with the places that were given back.
struct ended_request {
  request what;
  std::vector<assignment> released;
};
result<ended_request> cancel(request wanted, std::span<const assignment> all, const cancel_request& input,
                             instant now);
// At ends_at: an offer has lapsed, who holds a place keeps it until they have finished.
ended_request time_over(request wanted, std::span<const assignment> all, instant now);
// With the center: who is out keeps their place until they have finished; of the others nobody will be sent
// any more, and where that leaves nobody the request is cancelled. A drill sends nobody out.
ended_request end_with(const activation& closed, request wanted, std::span<const assignment> all,
                       instant now);
// Did this volunteer hold a place, or wait for one, when the request was cancelled?
bool lost_by_cancelling(const request& wanted, std::span<const assignment> all, const volunteer& person);

// Who has left, or is suspended, sees and gets nothing.
inline bool has_left(const volunteer& person) {
  return person.state == volunteer_state::left || person.state == volunteer_state::suspended;
}

// May this volunteer see the request among the open ones? Confidential ones are not shown around.
bool shown_to(const request& wanted, const volunteer& person);
request_for_volunteer view_for(const request& wanted, std::span<const assignment> all,
                               const volunteer& person, std::string area_name);

} // namespace kotobashi::domain

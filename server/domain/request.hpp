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

// Everything the decision needs, read in the writer's transaction.
struct dispatch_facts {
  const activation& center;
  const request& wanted;
  std::span<const assignment> of_request;   // its assignments, all states
  std::span<const assignment> of_volunteer; // the volunteer's that are not released, around the time
  instant now;
  rest_policy rest{};
};

// Why this person cannot have the request, the first reason in the order in which reasons are told; nothing:
// they can.
std::optional<refusal_code> why_not(const dispatch_facts& facts, const volunteer& person);

// How a place comes to its holder.
enum class taking { claimed, offered, by_telephone };
// The assignment that a claim or an assignment by staff makes, on the lowest free place.
result<assignment> take(const dispatch_facts& facts, const volunteer& person, taking how,
                        id<assignment> new_id);

// Steps of an assignment: offered → taken → under_way → done; released from the first three.
result<assignment> approve(assignment one, instant now);
result<assignment> start(assignment one, instant now);
result<assignment> finish(assignment one, instant now);
result<assignment> release(assignment one, instant now);

// The state that follows from the assignments; cancelled and expired stay.
request_state state_from(const request& wanted, std::span<const assignment> all);

result<request> make_request(const new_request& input, const activation& center, const principal& by,
                             id<request> new_id, std::int64_t number, instant now);
result<request> cancel(request wanted, const cancel_request& input);

// May this volunteer see the request among the open ones? Confidential ones are not shown around.
bool shown_to(const request& wanted, const volunteer& person);
request_for_volunteer view_for(const request& wanted, std::span<const assignment> all,
                               const volunteer& person, std::string area_name);

} // namespace kotobashi::domain

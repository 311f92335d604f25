#pragma once

#include "server/domain/principal.hpp"
#include "server/model/records.hpp"
#include "server/model/result.hpp"

// Inquiries (相談): new → open → waiting → answered → closed; merged into another.
namespace kotobashi::domain {

result<inquiry> make_inquiry(const new_inquiry& input, const activation& center, const principal& by,
                             id<inquiry> new_id, std::int64_t number, instant now);
// The record with these fields; says which change of state cannot be.
result<inquiry> change(inquiry one, const inquiry_fields& fields, instant now);
inquiry_fields fields_of(const inquiry& one);
result<answer> make_answer(const inquiry& one, const new_answer& input, const principal& by,
                           id<answer> new_id, instant now);
inquiry answered(inquiry one, instant now);

// Roles whose accounts may be named in a confidential record: observers only look on.
inline constexpr role_set may_read_inquiries{role::lead, role::coordinator, role::desk};
inline constexpr role_set may_read_requests{role::lead, role::coordinator, role::desk, role::editor};

// Confidential ones: the people who are named in it, and nobody else. Others: those who work at the desk,
// dispatch or lead.
bool may_see(const inquiry& one, const principal& who);
// The same for a request: all staff see what is not confidential.
bool may_see(const request& one, const principal& who);
// Of a request that they may see, also the people in it: where, whom to ask for, what about, who comes? Those
// who record and dispatch, and who is named in a confidential one.
bool may_see_people(const request& one, const principal& who);

} // namespace kotobashi::domain

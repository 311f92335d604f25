#pragma once

#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kotobashi {

// Why the center said no. The name is the last part of the problem document's `type` (RFC 9457).
// From center_closed to banned_pair: reasons not to give a request to a volunteer, in the order in which they
// are told.
enum class refusal_code {
  invalid,               // 422, with one entry of errors per wrong field
  malformed,             // 400, not JSON, not UTF-8, not XML
  unauthenticated,       // 401
  forbidden,             // 403
  not_found,             // 404
  method_not_allowed,    // 405
  conflict,              // 409
  center_closed,         // 409
  dispatch_stopped,      // 409
  already_taken,         // 409
  language_mismatch,     // 409
  skill_missing,         // 409
  overlap,               // 409
  rest_needed,           // 409
  not_available,         // 409
  gender_preference,     // 409, staff only: volunteers read not_available
  banned_pair,           // 409, staff only: volunteers read not_available
  wrong_state,           // 409, the record is not in a state that allows this
  not_ready,             // 409, a text that is not ready was asked for
  precondition_failed,   // 412
  too_large,             // 413
  unsupported,           // 415
  idempotency_mismatch,  // 422, same key, other content
  precondition_required, // 428
  too_many,              // 429
  busy,                  // 503, with Retry-After
  storage_full,          // 507
};
BOOST_DESCRIBE_ENUM(refusal_code, invalid, malformed, unauthenticated, forbidden, not_found,
                    method_not_allowed, conflict, center_closed, dispatch_stopped, already_taken,
                    language_mismatch, skill_missing, overlap, rest_needed, not_available, gender_preference,
                    banned_pair, wrong_state, not_ready, precondition_failed, too_large, unsupported,
                    idempotency_mismatch, precondition_required, too_many, busy, storage_full)

// The HTTP status that belongs to a code.
unsigned http_status(refusal_code code);

// What is wrong with one field of the input. `field` is a path such as "parameters.areas[2]";
// `code` is stable (required, unknown, type, format, too_long, range, duplicate, ...) and is what clients
// translate.
struct field_error {
  std::string field, code, detail;
  bool operator==(const field_error&) const = default;
};

// A refusal is a value: somebody asked for what cannot be, and is told why. Broken machines and bugs are
// exceptions.
struct refusal {
  refusal_code code = refusal_code::invalid;
  std::string detail{};
  std::vector<field_error> errors{};
  bool operator==(const refusal&) const = default;
};

[[noreturn]] void throw_exception_from_error(const refusal& refused, const boost::source_location& where);

template <class T = void>
using result = boost::system::result<T, refusal>;

inline refusal refuse(refusal_code code, std::string detail = {}) {
  return {code, std::move(detail), {}};
}
inline refusal refuse_field(std::string field, std::string code, std::string detail) {
  return {refusal_code::invalid,
          "some fields are not right",
          {{std::move(field), std::move(code), std::move(detail)}}};
}

} // namespace kotobashi

#include "server/model/result.hpp"

#include <stdexcept>

namespace kotobashi {

unsigned http_status(refusal_code code) {
  switch (code) {
  case refusal_code::malformed: return 400;
  case refusal_code::unauthenticated: return 401;
  case refusal_code::forbidden: return 403;
  case refusal_code::not_found: return 404;
  case refusal_code::method_not_allowed: return 405;
  case refusal_code::conflict:
  case refusal_code::center_closed:
  case refusal_code::dispatch_stopped:
  case refusal_code::already_taken:
  case refusal_code::language_mismatch:
  case refusal_code::skill_missing:
  case refusal_code::overlap:
  case refusal_code::rest_needed:
  case refusal_code::not_available:
  case refusal_code::gender_preference:
  case refusal_code::banned_pair:
  case refusal_code::wrong_state:
  case refusal_code::not_ready: return 409;
  case refusal_code::precondition_failed: return 412;
  case refusal_code::too_large: return 413;
  case refusal_code::unsupported: return 415;
  case refusal_code::invalid:
  case refusal_code::idempotency_mismatch: return 422;
  case refusal_code::precondition_required: return 428;
  case refusal_code::too_many: return 429;
  case refusal_code::busy: return 503;
  case refusal_code::storage_full: return 507;
  }
  return 500;
}

void throw_exception_from_error(const refusal& refused, const boost::source_location&) {
  throw std::logic_error("a refusal was taken for a value: " + refused.detail);
}

} // namespace kotobashi

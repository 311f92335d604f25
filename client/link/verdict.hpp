#pragma once

#include "client/link/http_exchange.hpp"

#include <variant>

namespace kotobashi::link {

// The server will take the call later.
struct try_again {
  std::optional<std::chrono::milliseconds> after; // what it asked for
  refusal why;                                    // for a call that cannot wait
};
// The token is not good any more.
struct session_over {
  refusal why;
};

// What a reply means for the call. 429, 502, 503 and 504 are try_again: the call did not happen, or is
// answered again from the idempotency record. 401 is session_over.
std::variant<outcome<answer>, try_again, session_over> judge(http_reply reply);

// The refusal in a problem document (RFC 9457): its name is the last part of `type`. Where the name is not
// known, the first code with the same status stands for it.
refusal read_problem(unsigned status, std::string_view body);

} // namespace kotobashi::link

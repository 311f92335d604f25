#pragma once

#include <string>

namespace kotobashi::link {

// A random UUID (RFC 9562, version 4) for the Idempotency-Key of a call.
std::string new_idempotency_key();

} // namespace kotobashi::link

#pragma once

#include <string>

namespace kotobashi::link {

// A new UUID for the Idempotency-Key of a call (RFC 9562, version 7: the time comes first, which keeps the
// server's index of keys together).
std::string new_idempotency_key();

} // namespace kotobashi::link

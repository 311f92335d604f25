#pragma once

#include "server/domain/principal.hpp"

#include <string_view>

namespace kotobashi::net {

// Whose token this is. Implemented over the sessions that are held in memory; called on the I/O thread for
// every request, so it never waits. A token that is unknown, revoked or too old is nobody's.
class gate {
public:
  virtual ~gate() = default;
  virtual domain::principal who(std::string_view token) = 0;
};

} // namespace kotobashi::net

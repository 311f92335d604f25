#pragma once

#include "server/net/head.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::net {

// Which pages may act with somebody's cookie. A page of another site can make a browser send requests, with
// the cookie where the browser is old, and a name that an attacker owns can be made to point at this machine
// (DNS rebinding). So Host must be one of our names, and Origin must be exactly scheme://Host. An address
// written as digits cannot be rebound: any of those will do, since the laptop's address changes.
class origins {
public:
  // `names` without port, any case. localhost is always among them.
  origins(bool tls, std::vector<std::string> names);

  // For a request that changes something, or opens a WebSocket. `by_cookie`: the caller is known by a cookie;
  // then Origin has to be there, else it only has to be right if it is there (programs send none).
  bool allows(const head& asked, bool by_cookie) const;

private:
  bool ours(std::string_view host) const;

  std::string_view scheme_;
  std::vector<std::string> names_;
};

} // namespace kotobashi::net

#pragma once

#include "server/model/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kotobashi::link {

// Where the center's server listens for staff.
struct address {
  bool secure = false; // https
  std::string host;    // name or address; IPv6 without brackets
  std::uint16_t port = 0;

  std::string
  authority() const;       // "192.168.10.2:8443", "[::1]:8080": for Host and for the list of known servers
  std::string url() const; // "https://192.168.10.2:8443"
  bool operator==(const address&) const = default;
};

// Reads "https://host[:port]" or "http://host[:port]"; a bare "host[:port]" is https, and http where the host
// is loopback. Refused: anything after the authority but "/", a user in front of the host, and plain http to
// anywhere but loopback, since passwords and names of residents would travel readable. Without a port: 8443
// (https) or 8080 (http).
result<address> parse_address(std::string_view url);

// 127.0.0.0/8, ::1 and localhost.
bool is_loopback(std::string_view host);

} // namespace kotobashi::link

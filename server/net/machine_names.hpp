#pragma once

#include "server/net/certificate.hpp"

#include <string>
#include <vector>

namespace kotobashi::net {

// localhost, the host's name with and without ".local", 127.0.0.1, ::1 and every address that an interface
// has at this moment, sorted; link-local IPv6 addresses aren't among them, since a browser can't be sent to
// one.
server_names names_of_this_machine();

} // namespace kotobashi::net

#pragma once

#include "server/api/services.hpp"

#include <boost/asio/awaitable.hpp>

namespace kotobashi::api {

// Reads the board anew, so that who asks after the reply sees what the reply says. Called after each change
// of a notice or of the center's state, and before residents' phones are told to look.
boost::asio::awaitable<void> refresh_board(services& of);

} // namespace kotobashi::api

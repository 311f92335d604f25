#pragma once

#include "server/app/options.hpp"
#include "server/store/engine/engine.hpp"

#include <boost/asio/awaitable.hpp>

namespace kotobashi::app {

// Makes the lead's account where the center has no account. Throws std::runtime_error with one clear line:
// there is none and no name was given, the password's file cannot be read, the password is too short.
boost::asio::awaitable<void> make_first_account(store::engine& db, const options& how);

} // namespace kotobashi::app

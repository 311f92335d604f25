#pragma once

#include "server/api/services.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

namespace kotobashi::app {

// What happens because time passes: notices and requests expire, old replies and events are forgotten, a jump
// of the clock is warned of. Runs until `ending` holds; cancelling the timer makes it look at once. A round
// that is under way is finished first.
boost::asio::awaitable<void> keep_house(api::services& of, boost::asio::steady_timer& timer,
                                        const bool& ending);

// One round. How many records expired.
boost::asio::awaitable<int> expire_due(api::services& of);

} // namespace kotobashi::app

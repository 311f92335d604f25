#pragma once

#include "server/net/connection.hpp"
#include "server/net/hub.hpp"
#include "server/net/origins.hpp"
#include "server/net/reply_writer.hpp"
#include "server/net/router.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace kotobashi::net {

// What all sessions of a listener share.
struct site {
  const router& routes;
  api::services& services;
  gate* who; // null: nobody can sign in here, and no cookie is looked at
  reply_writer::cookie cookie;
  const origins& allowed;
  hub& events;
  const limits& bounds;
  http_date& date;
  metrics& counts;
  std::size_t& bodies; // bytes of all bodies in memory
  const bool& stopping;
};

// Serves one connection until it ends: requests one after the other, as they come, also when they come ahead
// of their answers.
boost::asio::awaitable<void> serve_http(std::shared_ptr<connection> client, const site& here);

} // namespace kotobashi::net

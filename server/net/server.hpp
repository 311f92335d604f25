#pragma once

#include "server/api/endpoint.hpp"
#include "server/net/feed.hpp"
#include "server/net/gate.hpp"
#include "server/net/hub.hpp"
#include "server/net/limits.hpp"
#include "server/net/listener.hpp"
#include "server/net/metrics.hpp"
#include "server/net/tls.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace kotobashi::net {

struct server_settings {
  std::string listen = "127.0.0.1:8080"; // staff: plain on loopback without `tls`, else TLS
  std::string open = "127.0.0.1:8081";   // residents: plain; empty: nobody
  std::vector<std::string>
      names{}; // by which browsers may reach the staff's listener, beside localhost and addresses
  limits bounds{};
};

// The network: two listeners, their sessions and the hub, all on the thread that runs `io`, which is made for
// one thread (io_context(1)). Everything that is passed in has to outlive it; `io` may end only after stop()
// has.
//
// Ignores SIGPIPE for the whole process, as TLS writes to sockets in a way that raises it.
class server {
public:
  // Opens both ports and serves from the moment when `io` runs. `tls` may be null where the staff's listener
  // is on loopback. Throws std::runtime_error with one clear line: address wrong, port taken, not loopback
  // without TLS.
  server(boost::asio::io_context& io, std::span<const api::endpoint> table, api::services& services,
         gate& who, feed& log, tls_server* tls, server_settings how);
  ~server();

  std::uint16_t staff_port() const { return staff_.at().port(); }
  std::uint16_t open_port() const { return open_ ? open_->at().port() : 0; }
  bool secure() const { return tls_ != nullptr; }

  hub& events() { return hub_; }
  const metrics& counts() const { return counts_; }

  // Takes nobody in any more, ends the event streams, lets requests that are being worked on finish within
  // `grace`, then ends all. Returns when every connection is gone.
  boost::asio::awaitable<void> stop(std::chrono::milliseconds grace);

  // Looks at deadlines and signs of life as if it were `now`. Happens by itself every limits::tick; tests set
  // that far away and call this.
  void tick(clock::time_point now);

private:
  void arrived(std::shared_ptr<connection> client, const site& at);
  boost::asio::awaitable<void> keep_time();

  boost::asio::io_context& io_;
  server_settings how_;
  tls_server* tls_;
  ticker time_;
  metrics counts_;
  http_date date_;
  address_book book_;
  hub hub_;
  origins allowed_;
  router staff_routes_, open_routes_;
  std::size_t bodies_ = 0;
  bool stopping_ = false;
  site staff_site_, open_site_;
  listener staff_;
  std::unique_ptr<listener> open_;
  boost::asio::steady_timer timer_, all_gone_;
  std::unordered_set<connection*> connections_;
};

} // namespace kotobashi::net

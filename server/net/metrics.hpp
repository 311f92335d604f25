#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace kotobashi::net {

// What the network layer has counted since the start. Written and read on the I/O thread only.
struct metrics {
  std::uint64_t connections_accepted = 0, connections_open = 0, connections_refused = 0;
  std::uint64_t handshakes_failed = 0;
  std::uint64_t deadlines_missed = 0;
  std::array<std::uint64_t, 6> replies{}; // by status class: replies[2] are the 2xx
  std::uint64_t bytes_read = 0, bytes_written = 0;
  std::uint64_t listeners_sse = 0, listeners_websocket = 0; // now
  std::uint64_t events_delivered = 0;
  std::uint64_t queue_drops = 0; // listeners let go because they read too slowly
};

// The counters in Prometheus' text format (version 0.0.4), names kotobashi_net_*.
std::string to_prometheus(const metrics& counted);

} // namespace kotobashi::net

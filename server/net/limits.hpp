#pragma once

#include <chrono>
#include <cstddef>

namespace kotobashi::net {

using clock = std::chrono::steady_clock;

// How much one client, one address and all together may take. Sizes are bytes. All times are absolute: they
// do not start again because a byte has come, but for `write_stall`, which a client that takes something
// starts anew.
struct limits {
  std::size_t head_bytes = 16 * 1024; // request line and header fields
  std::size_t target_bytes = 8 * 1024;
  std::size_t fields = 100;
  std::size_t bodies_at_once = 64 * 1024 * 1024; // of all requests that are being read or worked on

  std::chrono::milliseconds handshake{10'000};
  std::chrono::milliseconds head{10'000}; // from a request's first byte to the end of its head
  std::chrono::milliseconds body{60'000}; // from the end of the head to the end of the body
  std::chrono::milliseconds idle{75'000}; // between two requests
  std::chrono::milliseconds write_stall{30'000};
  std::chrono::milliseconds linger{2'000}; // after the last byte that was sent, until the client has read it
  std::chrono::milliseconds tick{250};     // how often deadlines are looked at

  std::size_t connections = 16'384;   // of both listeners; less where the system allows fewer descriptors
  std::size_t kept_for_staff = 1'024; // of these, for the staff's listener alone
  std::size_t per_address =
      0; // per listener; a whole shelter may be one address. 0: a third of `connections`

  std::size_t queue_bytes = 256 * 1024; // that wait for one slow listener of events
  std::size_t queue_events = 256;
  std::chrono::milliseconds staff_beat{10'000}; // a sign of life on an event stream without events
  std::chrono::milliseconds public_beat{25'000};
};

} // namespace kotobashi::net

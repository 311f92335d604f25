#pragma once

#include "server/domain/principal.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace kotobashi::net {

// One event as one audience may see it.
struct delivery {
  std::int64_t seq = 0; // the event's place in the log; never on the wire
  std::string cursor{}; // what a client asks with to get what came later; opaque to it
  std::string json{};   // {cursor,kind,entity,id,at,body}, one line
};

// What a listener has missed.
struct catch_up {
  bool resync = false;   // the cursor is unknown, of another database or too old: `missed` is empty
  std::string cursor{};  // where the log stood when this was read
  std::int64_t upto = 0; // the same as seq: everything up to here is in `missed` or not for this audience
  std::vector<delivery> missed{}; // in the order of seq
};

// The log of events as the hub needs it. Implemented above the store; called on the I/O thread.
class feed {
public:
  virtual ~feed() = default;

  // Names those who see the same events in the same words: equal names get equal bytes. Nobody's audience is
  // the public one.
  virtual std::string audience(const domain::principal& of) = 0;

  // What came after the cursor. An empty cursor: from now on. Reads one snapshot of the log. An event that is
  // not in it has to be given to hub::deliver afterwards; one that is in it may be.
  virtual boost::asio::awaitable<catch_up> since(std::string cursor, std::string audience,
                                                 domain::principal who) = 0;
};

} // namespace kotobashi::net

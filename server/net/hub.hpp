#pragma once

#include "server/net/event_listener.hpp"
#include "server/net/feed.hpp"
#include "server/net/gate.hpp"
#include "server/net/http_date.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kotobashi::net {

// Everyone who listens to events, by audience. A listener joins its audience first and then asks the feed
// what it has missed, so an event is in the answer, or is delivered, or both; the second is seen by its seq
// and dropped. I/O thread only.
class hub {
public:
  hub(feed& log, gate& who, const limits& bounds, const ticker& time, http_date& date, metrics& counts);

  // After a commit: for each audience of audiences() that may see it, in the order of seq.
  void deliver(std::string_view audience, delivery event);
  // With at least one listener.
  std::vector<std::string> audiences() const;

  // Sends everybody, or an audience, away with "resync"; they come back with their cursors. For when an event
  // could not be delivered.
  void send_away();
  void send_away(std::string_view audience);
  // Ends the streams of a session that was revoked or whose rights have changed.
  void drop(const id<session>& by);

  // Has the connection until it ends. `about.audience` is filled in here.
  boost::asio::awaitable<void> serve(std::shared_ptr<connection> client, subscription about);
  // Signs of life, and a look at whether each may still listen.
  void tick();
  void end_all();

private:
  class membership;
  using group = std::vector<event_listener*>;

  std::string opening(const subscription& about);
  boost::asio::awaitable<bool> send_missed(event_listener& to);
  bool still_welcome(const event_listener& one);

  feed& log_;
  gate& who_;
  const limits& bounds_;
  const ticker& time_;
  http_date& date_;
  metrics& counts_;
  std::unordered_map<std::string, group> audiences_;
  group all_;
  unsigned opened_ = 0;
};

} // namespace kotobashi::net

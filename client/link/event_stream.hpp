#pragma once

#include "client/link/dialer.hpp"
#include "client/link/event_message.hpp"
#include "client/link/session_keeper.hpp"
#include "client/link/waiting.hpp"

#include <boost/beast/core/flat_buffer.hpp>

#include <functional>
#include <memory>
#include <string>

namespace kotobashi::link {

// What the stream tells, on the connection's thread.
struct event_observer {
  std::function<void(event_message)> arrived;
  std::function<void()> connecting;
  std::function<void()> live;
  std::function<void(boost::system::error_code)> broken;
  std::function<void()> session_ended;
};

// The WebSocket of GET /api/v1/events. Stays open, and after a break goes on behind the last message that it
// has told.
class event_stream {
public:
  event_stream(dialer dial, const address& server, alarm& wake, surroundings& around, session_keeper& session,
               std::chrono::milliseconds heartbeat, event_observer tell);
  ~event_stream();

  void follow(std::string cursor);
  void unfollow();
  bool wanted() const { return cursor_.has_value(); }
  // A new session, or the network is back: do not wait any longer.
  void nudge();
  // Opens the stream anew, under the present session.
  void restart();
  void stop();
  boost::asio::awaitable<void> run();

private:
  struct ending {
    boost::system::error_code why{};
    unsigned status = 0; // of a handshake that was answered with something else
    std::optional<std::chrono::seconds> retry_after{};
  };
  boost::asio::awaitable<ending> one_life();
  template <class Stream>
  boost::asio::awaitable<ending> live_over(Stream stream, std::string token);
  boost::asio::awaitable<void> after(ending how, std::string token);
  bool tell(std::string_view text, std::size_t round);
  void close();

  dialer dial_;
  const address& server_;
  alarm& wake_;
  surroundings& around_;
  session_keeper& session_;
  std::chrono::milliseconds heartbeat_;
  event_observer tell_;
  std::optional<std::string> cursor_;
  std::size_t round_ = 0;       // counts what follow() and restart() began
  std::optional<wire> wire_;    // while dialling
  std::function<void()> close_; // while live
  backoff backoff_;
  bool stopped_ = false;
};

// A message of the stream; nothing where it is none of ours.
std::optional<event_message> read_event(std::string_view text);

} // namespace kotobashi::link

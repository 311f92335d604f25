#pragma once

#include "client/link/http_exchange.hpp"
#include "client/link/session_keeper.hpp"
#include "client/link/verdict.hpp"
#include "client/link/waiting.hpp"

#include <deque>
#include <functional>
#include <list>
#include <memory>

namespace kotobashi::link {

// A call in a queue.
struct pending {
  call_info info;
  call what;
  std::function<void(outcome<answer>)> done;
  std::optional<monotonic> give_up_at{};
  std::optional<std::string>
      token{};                // instead of the session's: for ending a session that is not ours any more
  bool told_too_many = false; // 429 is its answer: somebody waits who typed a wrong password too often
};

// What a lane tells about its work. Called on the connection's thread.
struct lane_observer {
  std::function<void(const call_info&)> changed;
  std::function<void()> answered;                             // the server is there
  std::function<void(boost::system::error_code)> unreachable; // and now it is not
  std::function<void()> session_ended;
};

// Sends calls one after the other over one HTTP connection and repeats each until it is answered. Calls of
// accounts that are not signed in wait and let the others pass. A call that may not wait for ever ends with
// what kept it; distrust and an ended session end such a call at once, since waiting would not help.
class lane {
public:
  lane(transport& over, alarm& wake, surroundings& around, session_keeper& session, lane_observer tell);

  void push(pending one);
  bool cancel(call_id which); // as connection::cancel
  // Something has changed (a session, the network): try now, unless the server asked for a pause.
  void nudge();
  void stop();
  boost::asio::awaitable<void> run();

private:
  using queue = std::list<pending>;

  queue::iterator next_ready();
  void drop_expired();
  std::optional<std::chrono::milliseconds> time_to_wait() const;
  boost::asio::awaitable<void> attempt(queue::iterator at);
  void settle(queue::iterator at, http_reply reply, const std::optional<std::string>& token);
  void network_failed(queue::iterator at, boost::system::error_code why);
  void hold(queue::iterator at, const failure& why, std::chrono::milliseconds pause);
  void finish(queue::iterator at, outcome<answer> how);
  void set_state(pending& one, call_state to);

  transport& over_;
  alarm& wake_;
  surroundings& around_;
  session_keeper& session_;
  lane_observer tell_;
  queue waiting_;
  std::optional<call_id> under_way_;
  std::optional<monotonic> paused_until_;
  std::optional<failure> why_; // of the pause
  backoff backoff_;
  bool stopped_ = false;
};

} // namespace kotobashi::link

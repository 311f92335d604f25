#pragma once

#include "client/link/address.hpp"
#include "client/link/call.hpp"
#include "client/link/event_message.hpp"
#include "client/link/signal.hpp"
#include "client/link/status.hpp"
#include "client/link/trust.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kotobashi::link {

// Runs what it is given on the owner's thread, later: in Qt by QMetaObject::invokeMethod(…,
// Qt::QueuedConnection).
using deliver_function = std::function<void(std::function<void()>)>;

struct settings {
  address server;
  trust trusted{};
  // Where callbacks and signals run. Not set: on the connection's own thread, which must then not be kept
  // waiting.
  deliver_function deliver{};
  // For Accept-Language: what people read in refusals. "ja", "en".
  std::string language{};
  // How long a call waits for a server that is away. Absent: for ever, which is right for a window with a
  // person before it.
  std::optional<std::chrono::milliseconds> give_up_after{};
  std::chrono::milliseconds connect_timeout{5'000};
  std::chrono::milliseconds reply_timeout{30'000};
  std::chrono::milliseconds heartbeat{
      10'000}; // an event stream without a sign of life for twice as long is away
};

// One client's talk with one center's server, on a thread of its own.
//
// Changing calls go out one by one in the order in which they were made, each with an Idempotency-Key, and
// are sent again with the same key (after a pause that grows, with chance in it; after Retry-After where the
// server asked for that) until the server has answered, so each happens once although the server restarts.
// Reading calls have a queue of their own and are repeated in the same way. Both queues live in memory only
// and end with the connection: what is typed in a center must not stay on borrowed laptops. unfinished() says
// what would be lost.
//
// 401 ends the session: the status becomes signed_out, and the calls that this account made wait until it has
// signed in again. Another account may sign in meanwhile; it never sends the calls of the first.
//
// All members may be called from any thread. Destroy it on the thread that `deliver` posts to: no callback
// comes afterwards.
class connection {
public:
  using answer_handler = std::function<void(outcome<answer>)>;
  using sign_in_handler = std::function<void(outcome<signed_in>)>;

  // Throws std::runtime_error where the CA file cannot be read.
  explicit connection(settings how);
  ~connection();
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;

  // Takes the place of the session before. A wrong password is a refusal (unauthenticated); a server that is
  // away is a network failure after the settings' give_up_after, at most 10 seconds, since the password must
  // be typed again anyway.
  void sign_in(std::string account, std::string password, sign_in_handler done);
  // The same for any form of sign_in, such as the token of a volunteer's personal link.
  void sign_in(kotobashi::sign_in with, sign_in_handler done);
  // Goes on with a session whose token is still known: the fast switch between people at one laptop.
  void resume(const signed_in& session);
  // Ends the session at the server too, when it can be reached.
  void sign_out();

  call_id send(call what, answer_handler done);
  // Takes back a call: it is not sent any more, and its handler gets link_error::cancelled; one that is on
  // its way at this moment may still get its answer. True: nothing of it has left this computer, so it does
  // not happen. False: it may have happened, or has its answer.
  bool cancel(call_id which);
  std::vector<call_info> unfinished() const;

  // Opens the event stream after this cursor (from GET /api/v1/center) and keeps it open: it reconnects and
  // goes on after the last event that was delivered. A second follow() replaces the first.
  void follow(std::string cursor);
  void unfollow();

  status now() const;
  const address& server() const;

  signal<const status&> status_changed;
  signal<const call_info&> call_changed;
  signal<const event_message&> event_arrived;

private:
  class implementation;
  std::unique_ptr<implementation> self_;
};

} // namespace kotobashi::link

#pragma once

#include "server/net/connection.hpp"
#include "server/net/feed.hpp"
#include "server/net/websocket.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::net {

using shared_bytes = std::shared_ptr<const std::string>;

enum class stream_protocol : unsigned char { sse, websocket };

// One event as it goes out, made once for all listeners of an audience and at the first use for each
// protocol.
class prepared_event {
public:
  explicit prepared_event(delivery from) : from_(std::move(from)) {}
  std::int64_t seq() const { return from_.seq; }
  const shared_bytes& bytes(stream_protocol as);

private:
  delivery from_;
  shared_bytes sse_, websocket_;
};

// Who asked for a stream, and for what.
struct subscription {
  stream_protocol protocol = stream_protocol::sse;
  domain::principal who{};
  std::string token{}; // asked about again at every beat; empty: nobody is signed in
  std::string audience{};
  std::string cursor{};
  std::string websocket_key{};
  std::string already_read{}; // bytes behind the request
};

// The sending side of one event stream. Events go straight to the socket; what the socket doesn't take waits
// in a queue with limits. Who reads so slowly that the queue is full is let go with "resync" (WebSocket:
// close code 1013) and comes back with its cursor: nothing is lost, and nobody else waits. I/O thread only.
class event_listener : public std::enable_shared_from_this<event_listener> {
public:
  event_listener(std::shared_ptr<connection> to, subscription about, const limits& bounds, const ticker& time,
                 metrics& counts);

  // An event of now. Until caught_up() it waits for its turn; one that was among the missed ones isn't sent
  // again.
  void take(const std::shared_ptr<prepared_event>& event);
  // What was missed, as it goes out. The caller sends it, then calls caught_up(): until then nothing is sent
  // from here.
  std::string bytes_of(const catch_up& missed);
  void caught_up(const catch_up& missed);

  // A sign of life, when it is time for one: then true.
  bool beat(std::chrono::milliseconds interval);
  // What the client has sent. False: the stream is over.
  bool received(std::string_view bytes);
  // Sends the reason, and nothing after it. The reader sees the end of the stream.
  void end(close_code code, std::string_view reason);

  const subscription& about() const { return about_; }
  connection& client() { return *to_; }
  bool ending() const { return ending_; }

  std::size_t place_in_audience = 0, place_in_all = 0; // the hub's

private:
  void send(const shared_bytes& bytes);
  void flush();
  void wait_for_room();
  void too_slow();

  std::shared_ptr<connection> to_;
  std::int64_t last_ = 0;
  stream_protocol protocol_;
  bool catching_up_ = true, ending_ = false, waiting_ = false;
  std::vector<shared_bytes> queue_;
  std::size_t sent_of_first_ = 0, queued_ = 0; // bytes
  std::vector<std::shared_ptr<prepared_event>> held_;
  clock::time_point last_beat_, last_heard_;
  websocket_reader reader_;
  const limits& bounds_;
  const ticker& time_;
  metrics& counts_;
  subscription about_;
};

} // namespace kotobashi::net

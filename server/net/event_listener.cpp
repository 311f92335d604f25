#include "server/net/event_listener.hpp"

#include "server/net/sse.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <utility>

namespace kotobashi::net {

namespace {

shared_bytes make_bytes(std::string from) {
  return std::make_shared<const std::string>(std::move(from));
}

const shared_bytes& beat_bytes(stream_protocol as) {
  static const shared_bytes comment = make_bytes(std::string(sse_beat)),
                            ping = make_bytes(websocket_frame(opcode::ping, {}));
  return as == stream_protocol::sse ? comment : ping;
}

delivery resync(const catch_up& from) {
  const boost::json::object body{{"cursor", from.cursor}, {"kind", "resync"}};
  return {from.upto, from.cursor, boost::json::serialize(body)};
}

} // namespace

const shared_bytes& prepared_event::bytes(stream_protocol as) {
  if (as == stream_protocol::sse) {
    if (!sse_) sse_ = make_bytes(sse_event(from_.cursor, from_.json));
    return sse_;
  }
  if (!websocket_) websocket_ = make_bytes(websocket_frame(opcode::text, from_.json));
  return websocket_;
}

event_listener::event_listener(std::shared_ptr<connection> to, subscription about, const limits& bounds,
                               const ticker& time, metrics& counts)
    : to_(std::move(to)), protocol_(about.protocol), last_beat_(time.now), last_heard_(time.now),
      bounds_(bounds), time_(time), counts_(counts), about_(std::move(about)) {}

void event_listener::take(const std::shared_ptr<prepared_event>& event) {
  if (ending_ || event->seq() <= last_) return;
  if (catching_up_) {
    held_.push_back(event);
    if (held_.size() > bounds_.queue_events) too_slow();
    return;
  }
  last_ = event->seq();
  ++counts_.events_delivered;
  send(event->bytes(protocol_));
}

std::string event_listener::bytes_of(const catch_up& missed) {
  if (missed.resync) return *prepared_event(resync(missed)).bytes(protocol_);
  std::string out;
  for (const delivery& each : missed.missed) {
    ++counts_.events_delivered;
    out += *prepared_event(each).bytes(protocol_);
  }
  return out;
}

void event_listener::caught_up(const catch_up& missed) {
  last_ = missed.upto;
  catching_up_ = false;
  to_->enter(connection::phase::streaming);
  for (const auto& each : std::exchange(held_, {})) take(each);
}

bool event_listener::beat(std::chrono::milliseconds interval) {
  if (ending_ || catching_up_ || time_.now - last_beat_ < interval) return false;
  last_beat_ = time_.now;
  // Two pings without an answer: the other end isn't there, although the network hasn't noticed.
  if (protocol_ == stream_protocol::websocket && time_.now - last_heard_ > 5 * interval / 2)
    end(close_code::going_away, "");
  else if (queue_.empty())
    send(beat_bytes(protocol_));
  return true;
}

bool event_listener::received(std::string_view bytes) {
  last_heard_ = time_.now;
  if (protocol_ == stream_protocol::sse) return true; // a browser has nothing to say here
  std::vector<websocket_reader::control> controls;
  const close_code wrong = reader_.read(bytes, controls);
  for (const auto& each : controls) {
    if (each.kind == opcode::ping && !ending_) send(make_bytes(websocket_frame(opcode::pong, each.payload)));
    if (each.kind != opcode::close) continue;
    const bool was_ours = ending_;
    end(close_code::normal, "");
    return !was_ours; // their answer to ours: nothing is left to say
  }
  if (wrong != close_code::normal) end(wrong, "");
  return true;
}

void event_listener::end(close_code code, std::string_view reason) {
  if (ending_) return;
  if (catching_up_) { // somebody else is in the middle of writing
    ending_ = true;
    return to_->expire();
  }
  if (protocol_ == stream_protocol::websocket)
    send(make_bytes(websocket_close(code, reason)));
  else if (!reason.empty())
    send(make_bytes(": " + std::string(reason) + "\n\n"));
  ending_ = true;
  held_.clear();
  to_->enter(connection::phase::lingering, bounds_.linger);
  if (queue_.empty()) to_->end_writing();
}

void event_listener::send(const shared_bytes& bytes) {
  if (ending_ || to_->failed()) return;
  if (!queue_.empty()) {
    if (queue_.size() >= bounds_.queue_events || queued_ + bytes->size() > bounds_.queue_bytes)
      return too_slow();
  } else {
    const std::size_t sent = to_->write_now(*bytes);
    if (sent == bytes->size()) return;
    if (to_->failed()) return to_->expire(); // wakes the reader, which ends the stream
    sent_of_first_ = sent;
    to_->enter(connection::phase::streaming, bounds_.write_stall);
  }
  queue_.push_back(bytes);
  queued_ += bytes->size();
  wait_for_room();
}

void event_listener::wait_for_room() {
  if (std::exchange(waiting_, true)) return;
  to_->when_writable([self = shared_from_this()] {
    self->waiting_ = false;
    self->flush();
  });
}

void event_listener::flush() {
  std::size_t done = 0;
  bool moved = false;
  for (; done < queue_.size() && !to_->failed(); ++done) {
    const std::string_view rest = std::string_view(*queue_[done]).substr(sent_of_first_);
    const std::size_t sent = to_->write_now(rest);
    moved = moved || sent > 0;
    if (sent < rest.size()) {
      sent_of_first_ += sent;
      break;
    }
    queued_ -= queue_[done]->size();
    sent_of_first_ = 0;
  }
  queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(done));
  if (to_->failed()) return to_->expire();
  if (!queue_.empty()) {
    if (moved && !ending_) to_->enter(connection::phase::streaming, bounds_.write_stall);
    return wait_for_room();
  }
  if (ending_)
    to_->end_writing();
  else
    to_->enter(connection::phase::streaming);
}

void event_listener::too_slow() {
  ++counts_.queue_drops;
  if (queue_.size() > 1) queue_.resize(1); // what has begun must be finished, or the client cannot read on
  queued_ = queue_.empty() ? 0 : queue_.front()->size();
  end(close_code::try_again, "resync");
}

} // namespace kotobashi::net

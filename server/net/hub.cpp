#include "server/net/hub.hpp"

#include "server/net/sse.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace kotobashi::net {

namespace asio = boost::asio;

namespace {

void add(std::vector<event_listener*>& to, event_listener& one, std::size_t event_listener::*place) {
  one.*place = to.size();
  to.push_back(&one);
}

void remove(std::vector<event_listener*>& from, event_listener& one, std::size_t event_listener::*place) {
  event_listener* last = from.back();
  from[one.*place] = last;
  last->*place = one.*place;
  from.pop_back();
}

} // namespace

// In the hub's lists for as long as this lives.
class hub::membership {
public:
  membership(hub& of, event_listener& one) : of_(of), one_(one) {
    add(of_.audiences_[one.about().audience], one, &event_listener::place_in_audience);
    add(of_.all_, one, &event_listener::place_in_all);
    ++count();
  }
  ~membership() {
    const auto group = of_.audiences_.find(one_.about().audience);
    remove(group->second, one_, &event_listener::place_in_audience);
    if (group->second.empty()) of_.audiences_.erase(group);
    remove(of_.all_, one_, &event_listener::place_in_all);
    --count();
  }
  membership(const membership&) = delete;
  membership& operator=(const membership&) = delete;

private:
  std::uint64_t& count() {
    return one_.about().protocol == stream_protocol::sse ? of_.counts_.listeners_sse
                                                         : of_.counts_.listeners_websocket;
  }
  hub& of_;
  event_listener& one_;
};

hub::hub(feed& log, gate& who, const limits& bounds, const ticker& time, http_date& date, metrics& counts)
    : log_(log), who_(who), bounds_(bounds), time_(time), date_(date), counts_(counts) {}

void hub::deliver(std::string_view audience, delivery event) {
  const auto found = audiences_.find(std::string(audience));
  if (found == audiences_.end()) return;
  const auto prepared = std::make_shared<prepared_event>(std::move(event));
  for (event_listener* each : found->second) each->take(prepared);
}

std::vector<std::string> hub::audiences() const {
  std::vector<std::string> out;
  out.reserve(audiences_.size());
  for (const auto& [name, listeners] : audiences_) out.push_back(name);
  return out;
}

void hub::send_away() {
  for (event_listener* each : all_) each->end(close_code::try_again, "resync");
}

void hub::send_away(std::string_view audience) {
  const auto found = audiences_.find(std::string(audience));
  if (found == audiences_.end()) return;
  for (event_listener* each : found->second) each->end(close_code::try_again, "resync");
}

void hub::drop(const id<session>& by) {
  if (by.empty()) return;
  for (event_listener* each : all_)
    if (each->about().who.by == by) each->end(close_code::policy, "session ended");
}

asio::awaitable<void> hub::serve(std::shared_ptr<connection> client, subscription about) {
  about.audience = log_.audience(about.who);
  std::string early = std::exchange(about.already_read, {});
  const auto me = std::make_shared<event_listener>(client, std::move(about), bounds_, time_, counts_);
  const membership here(*this, *me);
  const std::string first = opening(me->about());
  if (!co_await client->write(first, std::string_view(), bounds_.write_stall)) co_return;
  client->enter(connection::phase::streaming);
  if (!co_await send_missed(*me)) co_return;

  std::array<char, 256> buffer;
  bool more = early.empty() || me->received(early);
  while (more) {
    const std::size_t got = co_await client->read(buffer.data(), buffer.size());
    more = got > 0 && me->received({buffer.data(), got});
  }
}

asio::awaitable<bool> hub::send_missed(event_listener& to) {
  const subscription& about = to.about();
  const catch_up missed = co_await log_.since(about.cursor, about.audience, about.who);
  const std::string bytes = to.bytes_of(missed);
  if (!bytes.empty() && !co_await to.client().write(bytes, std::string_view(), bounds_.write_stall))
    co_return false;
  to.caught_up(missed);
  co_return true;
}

std::string hub::opening(const subscription& about) {
  if (about.protocol == stream_protocol::sse) return sse_opening(date_.now(), opened_++);
  return fmt::format(
      "HTTP/1.1 101 Switching Protocols\r\nDate: {}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Accept: {}\r\n\r\n",
      date_.now(), websocket_accept(about.websocket_key));
}

void hub::tick() {
  for (event_listener* each : all_) {
    const bool signed_in = !each->about().who.nobody();
    if (!each->beat(signed_in ? bounds_.staff_beat : bounds_.public_beat)) continue;
    if (signed_in && !still_welcome(*each)) each->end(close_code::policy, "session ended");
  }
}

bool hub::still_welcome(const event_listener& one) {
  const domain::principal now = who_.who(one.about().token);
  return !now.nobody() && log_.audience(now) == one.about().audience;
}

void hub::end_all() {
  for (event_listener* each : all_) each->end(close_code::going_away, "");
}

} // namespace kotobashi::net

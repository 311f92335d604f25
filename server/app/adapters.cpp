#include "server/app/adapters.hpp"

#include "server/api/board_refresh.hpp"

namespace kotobashi::app {

namespace {
struct message_to {
  std::string audience;
  net::delivery what;
};

bool touches_board(const std::vector<event>& committed) {
  for (const auto& each : committed)
    if (api::public_message(each, "")) return true;
  return false;
}
} // namespace

std::string event_feed::audience(const domain::principal& of) {
  if (of.nobody()) return std::string(api::public_audience);
  auto name = api::audience_of(of);
  known_[name] = of;
  return name;
}

boost::asio::awaitable<net::catch_up> event_feed::since(std::string cursor, std::string audience,
                                                        domain::principal who) {
  const bool open = audience == api::public_audience;
  auto look = [&](store::reader& in) {
    return api::events_since(in.db(), of_.texts, of_.cursors, cursor, who, open);
  };
  auto found = co_await of_.db.read(look);
  net::catch_up out;
  if (!found) { // too busy to read: the listener starts again from the records
    out.resync = true;
    co_return out;
  }
  out.resync = found->resync;
  out.cursor = found->cursor;
  out.upto = found->upto;
  for (auto& each : found->messages)
    out.missed.push_back({each.seq, std::move(each.cursor), std::move(each.json)});
  co_return out;
}

boost::asio::awaitable<void> event_feed::deliver(std::vector<event> committed, net::hub& to) {
  const auto audiences = to.audiences();
  std::erase_if(
      known_, [&](const auto& each) { return std::ranges::find(audiences, each.first) == audiences.end(); });
  auto look = [&](store::reader& in) -> result<std::vector<message_to>> {
    std::vector<message_to> out;
    for (const auto& what : committed) {
      const std::string cursor = of_.cursors.seal(what.seq);
      for (const auto& name : audiences) {
        auto known = known_.find(name);
        if (known == known_.end()) continue;
        auto text = api::message_for(in.db(), of_.texts, what, cursor, known->second);
        if (text) out.push_back({name, {what.seq, cursor, std::move(*text)}});
      }
    }
    return out;
  };
  auto made = co_await of_.db.read(look);
  if (!made) co_return to.send_away(); // too busy to read: they come back for what they have missed
  for (auto& each : *made) to.deliver(each.audience, std::move(each.what));
  if (!touches_board(committed)) co_return;
  co_await api::refresh_board(of_);
  for (const auto& what : committed) {
    std::string cursor = of_.cursors.seal(what.seq);
    if (auto text = api::public_message(what, cursor))
      to.deliver(api::public_audience, {what.seq, std::move(cursor), std::move(*text)});
  }
}

} // namespace kotobashi::app

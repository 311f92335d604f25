#include "server/app/adapters.hpp"

#include "server/api/board_refresh.hpp"
#include "server/store/engine/error.hpp"

#include <spdlog/spdlog.h>

#include <optional>

namespace kotobashi::app {

namespace {
struct message_to {
  std::string audience;
  std::optional<net::delivery> what; // nothing: it could not be read, and they come back for it
};

// A damaged row is the trouble of those who would read it, and of nobody else.
void add_messages(const api::services& of, store::connection& db, const std::vector<event>& committed,
                  const std::string& audience, const domain::principal& who, std::vector<message_to>& to) {
  try {
    for (const auto& what : committed) {
      std::string cursor = of.cursors.seal(what.seq);
      if (auto text = api::message_for(db, of.texts, what, cursor, who))
        to.push_back({audience, net::delivery{what.seq, std::move(cursor), std::move(*text)}});
    }
  } catch (const store::error& why) {
    spdlog::error("an event could not be delivered: {}", why.what());
    to.push_back({audience, std::nullopt});
  }
}

void hand_over(message_to&& one, net::hub& to) {
  if (one.what)
    to.deliver(one.audience, std::move(*one.what));
  else
    to.send_away(one.audience);
}

// The last of them that changes the board.
const event* board_event(const std::vector<event>& committed) {
  const event* last = nullptr;
  for (const auto& each : committed)
    if (api::changes_board(each)) last = &each;
  return last;
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
  if (audience == api::public_audience) co_return missed_by_residents(cursor);
  auto look = [&](store::reader& in) {
    return api::events_since(in.db(), of_.texts, of_.cursors, cursor, who);
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

// Without a look at the database: anybody may ask this as often as they like.
net::catch_up event_feed::missed_by_residents(const std::string& cursor) const {
  net::catch_up out;
  out.upto = delivered_;
  out.cursor = of_.cursors.seal(delivered_);
  if (cursor.empty()) return out;
  auto from = of_.cursors.open(cursor);
  out.resync = !from || *from > of_.db.last_committed();
  if (!out.resync && *from < board_changed_)
    out.missed.push_back({delivered_, out.cursor, api::board_changed(out.cursor, of_.now())});
  return out;
}

boost::asio::awaitable<void> event_feed::deliver(std::vector<event> committed, net::hub& to) {
  const auto audiences = to.audiences();
  std::erase_if(
      known_, [&](const auto& each) { return std::ranges::find(audiences, each.first) == audiences.end(); });
  const auto listening = known_; // others may join while a reader is at work
  auto look = [&](store::reader& in) -> result<std::vector<message_to>> {
    std::vector<message_to> out;
    for (const auto& [name, who] : listening) add_messages(of_, in.db(), committed, name, who, out);
    return out;
  };
  auto made = co_await of_.db.read(look);
  if (!made) // too busy to read
    for (const auto& each : listening) to.send_away(each.first);
  else
    for (auto& each : *made) hand_over(std::move(each), to);
  const event* last = board_event(committed);
  if (last) {
    co_await api::refresh_board(of_);
    board_changed_ = last->seq;
  }
  if (!committed.empty()) delivered_ = committed.back().seq;
  if (!last) co_return;
  std::string cursor = of_.cursors.seal(delivered_);
  std::string text = api::board_changed(cursor, last->at);
  to.deliver(api::public_audience, {delivered_, std::move(cursor), std::move(text)});
}

} // namespace kotobashi::app

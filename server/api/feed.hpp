#pragma once

#include "server/api/services.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The event stream's content: what each reader may know of what happened. Bodies are made when they are
// delivered, under the reader's present rights; the log itself holds none.
namespace kotobashi::api {

struct event_message {
  std::int64_t seq = 0;
  std::string cursor;
  std::string json; // {cursor, kind, entity, id, at, body}
};

// Readers with the same audience get the same bytes.
std::string audience_of(const domain::principal& who);
inline constexpr std::string_view public_audience = "public";

// What this reader is told of an event: nothing, the record as they see it, or `gone` where it has left their
// view.
std::optional<std::string> message_for(store::connection& db, const words::library& texts, const event& what,
                                       std::string_view cursor, const domain::principal& who);
// Only notices and the center's opening and closing change the board.
bool changes_board(const event& what);
// What residents' phones are told: that it changed.
std::string board_changed(std::string_view cursor, instant at);

// Events after a cursor for one reader who is signed in; an empty cursor means from now on. `resync` where it
// is no longer kept, or none of ours.
struct catch_up {
  bool resync = false;
  std::vector<event_message> messages;
  std::string cursor;    // where the log stood
  std::int64_t upto = 0; // the same as seq
};
result<catch_up> events_since(store::connection& db, const words::library& texts, const cursor_seal& seal,
                              const std::string& after, const domain::principal& who);

} // namespace kotobashi::api

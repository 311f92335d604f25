#pragma once

#include <string>
#include <string_view>

// Server-sent events (HTML standard, 9.2). The stream ends with the connection, so no chunks are needed
// around the events.
namespace kotobashi::net {

// What comes before the first event. `nth` spreads the times after which the pages of a whole shelter come
// back when the server has been away: 2 to 6 seconds.
std::string sse_opening(std::string_view date, unsigned nth);

// One event; a line break inside `data` makes a data line of its own. An id with a line break or U+0000 is
// left out.
std::string sse_event(std::string_view id, std::string_view data);

// A comment: a sign of life that pages don't see.
inline constexpr std::string_view sse_beat = ":\n\n";

} // namespace kotobashi::net

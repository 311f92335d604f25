#include "server/net/sse.hpp"

#include <fmt/format.h>

namespace kotobashi::net {

std::string sse_opening(std::string_view date, unsigned nth) {
  return fmt::format(
      "HTTP/1.1 200 OK\r\nDate: {}\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
      "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nX-Accel-Buffering: no\r\n"
      "Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\nretry: {}\n\n",
      date, 2'000 + nth * 97 % 4'000);
}

std::string sse_event(std::string_view id, std::string_view data) {
  std::string out;
  out.reserve(id.size() + data.size() + 16);
  if (id.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos)
    out.append("id: ").append(id).append("\n");
  for (;;) {
    const std::size_t end = data.find_first_of("\r\n");
    out.append("data: ").append(data.substr(0, end)).append("\n");
    if (end == std::string_view::npos) break;
    data.remove_prefix(data.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  return out += '\n';
}

} // namespace kotobashi::net

#include "server/net/metrics.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

namespace kotobashi::net {

std::string to_prometheus(const metrics& counted) {
  std::string out;
  auto to = std::back_inserter(out);
  auto line = [&](std::string_view name, std::string_view type, std::uint64_t value) {
    fmt::format_to(to, "# TYPE kotobashi_net_{} {}\nkotobashi_net_{} {}\n", name, type, name, value);
  };
  line("connections_accepted_total", "counter", counted.connections_accepted);
  line("connections_refused_total", "counter", counted.connections_refused);
  line("connections_open", "gauge", counted.connections_open);
  line("tls_handshakes_failed_total", "counter", counted.handshakes_failed);
  line("deadlines_missed_total", "counter", counted.deadlines_missed);
  out += "# TYPE kotobashi_net_replies_total counter\n";
  for (std::size_t of = 1; of < counted.replies.size(); ++of)
    fmt::format_to(to, "kotobashi_net_replies_total{{class=\"{}xx\"}} {}\n", of, counted.replies[of]);
  line("read_bytes_total", "counter", counted.bytes_read);
  line("written_bytes_total", "counter", counted.bytes_written);
  out += "# TYPE kotobashi_net_listeners gauge\n";
  fmt::format_to(to, "kotobashi_net_listeners{{protocol=\"sse\"}} {}\n", counted.listeners_sse);
  fmt::format_to(to, "kotobashi_net_listeners{{protocol=\"websocket\"}} {}\n", counted.listeners_websocket);
  line("events_delivered_total", "counter", counted.events_delivered);
  line("slow_listeners_dropped_total", "counter", counted.queue_drops);
  return out;
}

} // namespace kotobashi::net

#pragma once

#include "tests/net/wire.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kotobashi::test {

// A page's end of a stream of server-sent events, read as the standard says, as far as we use it.
class event_source {
public:
  struct event {
    std::string id, data;
  };

  // `target` with its query; `last` is sent as Last-Event-ID where it isn't empty.
  event_source(std::uint16_t port, std::string_view target, std::string_view last = "",
               std::string_view fields = "", int receive_buffer = 0);
  // The next event; comments are counted, not given. Throws when the stream ends first.
  event next();
  // Reads to the end; true when it ends without another event.
  bool ends();

  answer opening{};
  std::size_t comments = 0;
  std::string last_comment{};
  wire& line() { return wire_; }

private:
  wire wire_;
};

// A native client's end of a WebSocket.
class web_socket {
public:
  struct frame {
    unsigned opcode;
    std::string payload;
  };

  web_socket(std::uint16_t port, std::string_view target,
             std::string_view fields = "Authorization: Bearer lead\r\n", int receive_buffer = 0);
  frame next();
  // The next text; answers pings on the way.
  std::string text();
  void send(unsigned opcode, std::string_view payload);

  wire& line() { return wire_; }

private:
  wire wire_;
};

// The number in {"cursor":"at-7","n":7}; 0 where there is none.
std::int64_t number_in(std::string_view json);

} // namespace kotobashi::test

#include "tests/net/event_stream.hpp"

#include <charconv>
#include <stdexcept>

namespace kotobashi::test {

namespace {
constexpr unsigned text_frame = 1, ping = 9, pong = 10;
}

event_source::event_source(std::uint16_t port, std::string_view target, std::string_view last,
                           std::string_view fields, int receive_buffer)
    : wire_(port, nullptr, receive_buffer) {
  std::string request =
      "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n";
  if (!last.empty()) request += "Last-Event-ID: " + std::string(last) + "\r\n";
  wire_.send(request + std::string(fields) + "\r\n");
  opening = wire_.read_answer();
  if (opening.status == 200) wire_.read_until("\n\n"); // the time after which to come back
}

event_source::event event_source::next() {
  for (;;) {
    const std::string block = wire_.read_until("\n\n");
    if (block.starts_with(':')) {
      ++comments;
      last_comment = block;
      continue;
    }
    event out;
    for (std::size_t at = 0; at + 1 < block.size();) {
      const std::size_t end = block.find('\n', at);
      const std::string line = block.substr(at, end - at);
      if (line.starts_with("id: ")) out.id = line.substr(4);
      if (line.starts_with("data: ")) out.data += (out.data.empty() ? "" : "\n") + line.substr(6);
      at = end + 1;
    }
    return out;
  }
}

bool event_source::ends() {
  const std::string rest = wire_.read_to_end();
  last_comment = rest;
  return rest.find("data:") == std::string::npos;
}

web_socket::web_socket(std::uint16_t port, std::string_view target, std::string_view fields,
                       int receive_buffer)
    : wire_(port, nullptr, receive_buffer) {
  wire_.send("GET " + std::string(target) +
             " HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n" +
             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
             std::string(fields) + "\r\n");
  const answer got = wire_.read_answer();
  if (got.status != 101) throw std::runtime_error("no WebSocket: " + std::to_string(got.status));
  if (got.header("sec-websocket-accept") != "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    throw std::runtime_error("a wrong answer to the key");
}

web_socket::frame web_socket::next() {
  const std::string head = wire_.read(2);
  auto byte = [](char c) { return static_cast<unsigned>(static_cast<unsigned char>(c)); };
  std::size_t length = byte(head[1]);
  if (length == 126) {
    const std::string more = wire_.read(2);
    length = byte(more[0]) << 8 | byte(more[1]);
  } else if (length == 127) {
    length = 0;
    for (const char c : wire_.read(8)) length = length << 8 | byte(c);
  }
  return {byte(head[0]) & 0x0f, wire_.read(length)};
}

std::string web_socket::text() {
  for (;;) {
    frame got = next();
    if (got.opcode == text_frame) return std::move(got.payload);
    if (got.opcode != ping)
      throw std::runtime_error("no text but a frame of kind " + std::to_string(got.opcode));
    send(pong, got.payload);
  }
}

void web_socket::send(unsigned opcode, std::string_view payload) {
  std::string out{static_cast<char>(0x80 | opcode),
                  static_cast<char>(0x80 | payload.size()),
                  0,
                  0,
                  0,
                  0}; // masked with zeros
  wire_.send(out.append(payload));
}

std::int64_t number_in(std::string_view json) {
  constexpr std::string_view name = "\"n\":";
  std::int64_t out = 0;
  const std::size_t at = json.find(name);
  if (at != std::string_view::npos)
    std::from_chars(json.data() + at + name.size(), json.data() + json.size(), out);
  return out;
}

} // namespace kotobashi::test

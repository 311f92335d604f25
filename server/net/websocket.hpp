#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The WebSocket protocol (RFC 6455) as far as a stream of events needs it: we send texts, clients send only
// control frames.
namespace kotobashi::net {

enum class opcode : unsigned char { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

// Codes of close frames: 7.4.1, and 1013 of the IANA registry.
enum class close_code : std::uint16_t {
  normal = 1000,
  going_away = 1001,
  protocol_error = 1002,
  policy = 1008,
  too_big = 1009,
  try_again = 1013
};

// Is that a Sec-WebSocket-Key: 16 bytes in base64?
bool valid_websocket_key(std::string_view key);
// Sec-WebSocket-Accept for it.
std::string websocket_accept(std::string_view key);

// One whole frame from the server: unmasked.
std::string websocket_frame(opcode kind, std::string_view payload);
std::string websocket_close(close_code code, std::string_view reason);

// Reads what a client sends, in pieces of any size. Texts and binaries are checked for their form and
// forgotten.
class websocket_reader {
public:
  struct control {
    opcode kind; // close, ping or pong
    std::string payload;
  };

  // Appends the control frames that are complete to `to`. Returns `normal` while all is well, else why the
  // client has to go; after that, and after a close frame, it reads no more.
  close_code read(std::string_view bytes, std::vector<control>& to);

private:
  static constexpr std::size_t largest_message = 4096;

  close_code begin_frame();
  std::size_t head_length() const;

  std::array<unsigned char, 14> head_{};
  std::size_t head_have_ = 0;
  bool in_payload_ = false, in_message_ = false, ended_ = false;
  opcode kind_ = opcode::continuation;
  bool final_ = true;
  std::size_t left_ = 0, done_ = 0, message_ = 0;
  std::string payload_;
};

} // namespace kotobashi::net

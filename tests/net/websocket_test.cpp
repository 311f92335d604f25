#include "server/net/websocket.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::net {

namespace {

// A frame as a client sends it. `first` is FIN, RSV and opcode.
std::string masked(unsigned first, std::string_view payload) {
  const std::array<unsigned char, 4> mask{0x37, 0xfa, 0x21, 0x3d};
  std::string out{static_cast<char>(first)};
  if (payload.size() < 126) {
    out += static_cast<char>(0x80 | payload.size());
  } else {
    out += static_cast<char>(0x80 | 126);
    out += static_cast<char>(payload.size() >> 8);
    out += static_cast<char>(payload.size() & 0xff);
  }
  out.append(reinterpret_cast<const char*>(mask.data()), mask.size());
  for (std::size_t i = 0; i < payload.size(); ++i)
    out += static_cast<char>(static_cast<unsigned char>(payload[i]) ^ mask[i % 4]);
  return out;
}

constexpr unsigned fin = 0x80, text = 1, binary = 2, more = 0, closing = 8, ping = 9, pong = 10;

close_code verdict(std::string_view bytes) {
  websocket_reader reader;
  std::vector<websocket_reader::control> controls;
  return reader.read(bytes, controls);
}

} // namespace

TEST_CASE("the answer to a key is the protocol's own example") {
  CHECK(websocket_accept("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="); // RFC 6455, 1.3
}

TEST_CASE("a key is sixteen bytes in base64") {
  CHECK(valid_websocket_key("dGhlIHNhbXBsZSBub25jZQ=="));
  for (const std::string_view key :
       {"", "dGhl", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25j!Q==", "dGhlIHNhbXBsZSBub25jZQ==x"})
    CHECK_FALSE(valid_websocket_key(key));
}

TEST_CASE("frames of the server have the shortest length") {
  CHECK(websocket_frame(opcode::text, "Hello") == std::string("\x81\x05Hello")); // RFC 6455, 5.7
  CHECK(websocket_frame(opcode::text, std::string(126, 'a')).substr(0, 4) ==
        std::string("\x81\x7e\x00\x7e", 4));
  CHECK(websocket_frame(opcode::text, std::string(65'536, 'a')).substr(0, 10) ==
        std::string("\x81\x7f\0\0\0\0\0\1\0\0", 10));
  CHECK(websocket_close(close_code::try_again, "resync") == std::string("\x88\x08\x03\xf5resync"));
}

TEST_CASE("control frames are read in pieces of any size, between the fragments of a message") {
  const std::string bytes = masked(text, "Hel") + masked(fin | ping, "are you there") +
                            masked(fin | more, "lo") + masked(fin | pong, "") +
                            masked(fin | closing, "\x03\xe8");
  for (const std::size_t step : {1u, 2u, 7u, 1000u}) {
    CAPTURE(step);
    websocket_reader reader;
    std::vector<websocket_reader::control> controls;
    for (std::size_t at = 0; at < bytes.size(); at += step)
      REQUIRE(reader.read(std::string_view(bytes).substr(at, step), controls) == close_code::normal);
    REQUIRE(controls.size() == 3);
    CHECK(controls[0].kind == opcode::ping);
    CHECK(controls[0].payload == "are you there");
    CHECK(controls[1].kind == opcode::pong);
    CHECK(controls[2].kind == opcode::close);
    CHECK(controls[2].payload == "\x03\xe8");
  }
}

TEST_CASE("nothing is read after a close frame") {
  websocket_reader reader;
  std::vector<websocket_reader::control> controls;
  CHECK(reader.read(masked(fin | closing, "") + masked(fin | ping, "x") + "garbage", controls) ==
        close_code::normal);
  CHECK(controls.size() == 1);
}

TEST_CASE("what breaks the protocol's rules ends the connection with 1002") {
  const std::string unmasked_ping{"\x89\x00", 2}, unmasked_text = "\x81\x05Hello";
  const std::string broken[] = {
      unmasked_ping,
      unmasked_text,
      masked(fin | 0x40 | text, "a"),              // a reserved bit
      masked(fin | 3, "a"),                        // a reserved opcode
      masked(fin | 11, ""),                        // a reserved control opcode
      masked(ping, "a"),                           // a control frame in fragments
      masked(fin | ping, std::string(126, 'a')),   // a long control frame
      masked(fin | closing, "x"),                  // half a code
      masked(fin | more, "a"),                     // nothing to continue
      masked(text, "a") + masked(fin | text, "b"), // a message within a message
  };
  for (const std::string& each : broken) {
    CAPTURE(&each - broken);
    CHECK(verdict(each) == close_code::protocol_error);
  }
}

TEST_CASE("a message over the limit ends the connection with 1009, whole or in fragments") {
  CHECK(verdict(masked(fin | binary, std::string(4096, 'a'))) == close_code::normal);
  CHECK(verdict(masked(fin | text, std::string(4097, 'a')).substr(0, 8)) == close_code::too_big);
  CHECK(verdict(masked(text, std::string(4000, 'a')) + masked(fin | more, std::string(97, 'a'))) ==
        close_code::too_big);
  const std::string huge("\x82\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0", 14);
  CHECK(verdict(huge) == close_code::too_big);
}

} // namespace kotobashi::net

#include "server/net/websocket.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace kotobashi::net {

namespace {

std::string base64(const unsigned char* bytes, std::size_t length) {
  std::string out((length + 2) / 3 * 4, '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes, static_cast<int>(length));
  return out;
}

bool is_control(opcode kind) {
  return static_cast<unsigned>(kind) >= 8;
}

} // namespace

bool valid_websocket_key(std::string_view key) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return key.size() == 24 && key.ends_with("==") &&
         key.substr(0, 22).find_first_not_of(digits) == std::string_view::npos;
}

std::string websocket_accept(std::string_view key) {
  const std::string text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha1(), nullptr);
  return base64(digest.data(), length);
}

std::string websocket_frame(opcode kind, std::string_view payload) {
  std::string out;
  out.reserve(payload.size() + 10);
  auto byte = [&out](std::size_t value) { out += static_cast<char>(value & 0xff); };
  byte(0x80 | static_cast<unsigned>(kind));
  const std::size_t length = payload.size();
  if (length < 126) {
    byte(length);
  } else if (length <= 0xffff) {
    byte(126);
    byte(length >> 8);
    byte(length);
  } else {
    byte(127);
    for (int shift = 56; shift >= 0; shift -= 8) byte(length >> shift);
  }
  return out.append(payload);
}

std::string websocket_close(close_code code, std::string_view reason) {
  const auto number = static_cast<unsigned>(code);
  std::string payload{static_cast<char>(number >> 8), static_cast<char>(number & 0xff)};
  return websocket_frame(opcode::close, payload.append(reason));
}

std::size_t websocket_reader::head_length() const {
  if (head_have_ < 2) return 2;
  const unsigned size = head_[1] & 0x7f;
  const unsigned extended = size == 126 ? 2 : size == 127 ? 8 : 0, mask = head_[1] & 0x80 ? 4 : 0;
  return 2 + extended + mask;
}

close_code websocket_reader::read(std::string_view bytes, std::vector<control>& to) {
  while (!ended_ && !bytes.empty()) {
    if (!in_payload_) {
      head_[head_have_++] = static_cast<unsigned char>(bytes.front());
      bytes.remove_prefix(1);
      if (head_have_ < head_length()) continue;
      if (const close_code wrong = begin_frame(); wrong != close_code::normal) {
        ended_ = true;
        return wrong;
      }
    }
    const std::size_t now = std::min(left_, bytes.size());
    if (is_control(kind_))
      for (std::size_t i = 0; i < now; ++i)
        payload_ += static_cast<char>(static_cast<unsigned char>(bytes[i]) ^
                                      head_[head_length() - 4 + (done_ + i) % 4]);
    bytes.remove_prefix(now);
    left_ -= now;
    done_ += now;
    if (left_ > 0) continue;
    in_payload_ = false;
    head_have_ = 0;
    if (is_control(kind_)) to.push_back({kind_, std::move(payload_)});
    ended_ = kind_ == opcode::close;
  }
  return close_code::normal;
}

close_code websocket_reader::begin_frame() {
  kind_ = static_cast<opcode>(head_[0] & 0x0f);
  final_ = head_[0] & 0x80;
  std::uint64_t length = head_[1] & 0x7f;
  const bool extended = length > 125;
  if (extended) {
    const std::size_t bytes = length == 126 ? 2 : 8;
    length = 0;
    for (std::size_t i = 0; i < bytes; ++i) length = length << 8 | head_[2 + i];
  }
  const bool masked = head_[1] & 0x80, extension = head_[0] & 0x70;
  if (!masked || extension) return close_code::protocol_error;
  switch (kind_) {
  case opcode::continuation:
    if (!in_message_) return close_code::protocol_error;
    break;
  case opcode::text:
  case opcode::binary:
    if (in_message_) return close_code::protocol_error;
    message_ = 0;
    break;
  case opcode::close:
  case opcode::ping:
  case opcode::pong:
    if (!final_ || extended || (kind_ == opcode::close && length == 1)) return close_code::protocol_error;
    break;
  default: return close_code::protocol_error;
  }
  if (!is_control(kind_)) {
    if (length > largest_message || message_ + length > largest_message) return close_code::too_big;
    message_ += length;
    in_message_ = !final_;
  }
  left_ = length;
  done_ = 0;
  payload_.clear();
  in_payload_ = true;
  return close_code::normal;
}

} // namespace kotobashi::net

#include "client/link/trust.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <string>

namespace kotobashi::link {

namespace {
constexpr std::string_view prefix = "sha256/";
constexpr std::string_view hex_digits = "0123456789abcdef";

std::optional<pin> from_base64(std::string_view text) {
  // 32 bytes are 43 digits and one "=".
  if (text.size() != 44 || text.back() != '=' || text[42] == '=') return std::nullopt;
  std::array<unsigned char, 33> out{};
  int size = EVP_DecodeBlock(out.data(), reinterpret_cast<const unsigned char*>(text.data()), 44);
  if (size != 33) return std::nullopt;
  pin found;
  std::copy_n(out.begin(), found.digest.size(), found.digest.begin());
  return found;
}

std::optional<pin> from_hex(std::string_view text) {
  pin found;
  std::size_t digits = 0;
  for (char c : text) {
    if (c == ':' || c == ' ') continue;
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    auto value = hex_digits.find(c);
    if (value == hex_digits.npos || digits == 64) return std::nullopt;
    auto& byte = found.digest[digits / 2];
    byte = static_cast<unsigned char>(byte << 4 | static_cast<unsigned char>(value));
    ++digits;
  }
  if (digits != 64) return std::nullopt;
  return found;
}
} // namespace

std::string to_string(const pin& from) {
  std::array<unsigned char, 45> out{}; // 44 digits and the zero that OpenSSL writes
  EVP_EncodeBlock(out.data(), from.digest.data(), static_cast<int>(from.digest.size()));
  std::string text(prefix);
  text.append(out.begin(), out.begin() + 44);
  return text;
}

std::string for_people(const pin& from) {
  std::string text;
  for (std::size_t i = 0; i < from.digest.size(); ++i) {
    if (i > 0 && i % 2 == 0) text += ' ';
    text += hex_digits[from.digest[i] >> 4];
    text += hex_digits[from.digest[i] & 0xF];
  }
  return text;
}

std::optional<pin> parse_pin(std::string_view text) {
  if (text.starts_with(prefix)) return from_base64(text.substr(prefix.size()));
  return from_hex(text);
}

} // namespace kotobashi::link

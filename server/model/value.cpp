#include "server/model/value.hpp"

#include <algorithm>

namespace kotobashi {

namespace {
// Length of the well-formed sequence at the front (Unicode 15, table 3-7), 0 where it is not well-formed.
std::size_t sequence_length(std::string_view text) {
  auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  auto trail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return trail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    return trail(1) && trail(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    return trail(1) && trail(2) && trail(3) ? 4 : 0;
  }
  return 0;
}

bool alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
} // namespace

bool valid_utf8(std::string_view text) {
  while (!text.empty()) {
    std::size_t length = text.front() == '\0' ? 0 : sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

// Subtags of 1 to 8 letters or digits, the first of 2 to 8 letters (RFC 5646 without its grandfathered tags).
bool valid_language_tag(std::string_view text) {
  if (text.size() > 35) return false;
  bool first = true;
  while (true) {
    auto dash = text.find('-');
    auto subtag = text.substr(0, dash);
    if (subtag.empty() || subtag.size() > 8 || !std::ranges::all_of(subtag, alphanumeric)) return false;
    if (first && (subtag.size() < 2 || std::ranges::any_of(subtag, [](char c) { return c <= '9'; })))
      return false;
    if (dash == text.npos) return true;
    text.remove_prefix(dash + 1);
    first = false;
  }
}

bool valid_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (dash ? text[i] != '-' : !hex) return false;
  }
  return true;
}

} // namespace kotobashi

#include "server/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>

namespace kotobashi::words {

namespace {
// Bytes of a sequence by its lead byte, 0 for what cannot lead; smallest: what a sequence of that length may
// hold.
struct shape {
  std::size_t length;
  char32_t bits, smallest;
};
shape shape_of(unsigned char lead) {
  if (lead < 0x80) return {1, lead, 0};
  if (lead >= 0xC2 && lead <= 0xDF) return {2, lead & 0x1Fu, 0x80};
  if (lead >= 0xE0 && lead <= 0xEF) return {3, lead & 0x0Fu, 0x800};
  if (lead >= 0xF0 && lead <= 0xF4) return {4, lead & 0x07u, 0x10000};
  return {0, 0, 0};
}
} // namespace

char32_t take_code_point(std::string_view& text) {
  constexpr char32_t replacement = 0xFFFD;
  auto [length, code_point, smallest] = shape_of(static_cast<unsigned char>(text.front()));
  bool whole = length != 0 && length <= text.size();
  for (std::size_t i = 1; whole && i < length; ++i) {
    auto trail = static_cast<unsigned char>(text[i]);
    whole = (trail & 0xC0u) == 0x80u;
    code_point = code_point << 6 | (trail & 0x3Fu);
  }
  bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (!whole || code_point < smallest || code_point > 0x10FFFF || surrogate) {
    text.remove_prefix(1);
    return replacement;
  }
  text.remove_prefix(length);
  return code_point;
}

void append(std::string& to, char32_t code_point) {
  auto trail = [&](unsigned shift) { to += static_cast<char>(0x80u | (code_point >> shift & 0x3Fu)); };
  if (code_point < 0x80) {
    to += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    to += static_cast<char>(0xC0u | code_point >> 6);
    trail(0);
  } else if (code_point < 0x10000) {
    to += static_cast<char>(0xE0u | code_point >> 12);
    trail(6), trail(0);
  } else {
    to += static_cast<char>(0xF0u | code_point >> 18);
    trail(12), trail(6), trail(0);
  }
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  while (!text.empty()) out += take_code_point(text);
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (char32_t c : text) append(out, c);
  return out;
}

std::string name_of(char32_t code_point) {
  std::array<char, 12> out{};
  std::snprintf(out.data(), out.size(), "U+%04X", static_cast<unsigned>(code_point));
  return out.data();
}

std::optional<char32_t> unwanted_character(std::string_view text) {
  auto may_begin_one = [](char byte) {
    auto lead = static_cast<unsigned char>(byte);
    return lead < 0x20 || lead == 0x7F || lead == 0xC2 || lead == 0xE2;
  };
  for (;;) {
    auto at = std::ranges::find_if(text, may_begin_one);
    if (at == text.end()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(at - text.begin()));
    char32_t c = take_code_point(text);
    bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F);
    if (control || (c >= 0x202A && c <= 0x202E)) return c;
  }
}

} // namespace kotobashi::words

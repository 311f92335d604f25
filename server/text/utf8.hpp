#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kotobashi::words {

// Takes the first code point off the front. A byte that is not well-formed UTF-8 gives U+FFFD. The text must
// not be empty.
char32_t take_code_point(std::string_view& text);
void append(std::string& to, char32_t code_point);
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view text);
// "U+202E"
std::string name_of(char32_t code_point);

// The first character that no text of a pack may have: a control character (a new line is none), or an
// embedding or override of direction (UAX #9), which reaches out of the text. Isolates do no harm.
std::optional<char32_t> unwanted_character(std::string_view text);

inline bool is_kanji(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || c == U'々' || c == U'〆' || c == U'ヶ';
}
inline bool is_hiragana(char32_t c) {
  return (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E;
}
inline bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FE) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0xFF66 && c <= 0xFF9D);
}
inline bool is_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19);
}
inline bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xFF21 && c <= 0xFF3A) ||
         (c >= 0xFF41 && c <= 0xFF5A);
}

} // namespace kotobashi::words

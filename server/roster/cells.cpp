#include "server/roster/cells.hpp"

#include "server/text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace kotobashi::roster {

namespace {
template <class Change>
std::string each_character(std::string_view text, Change change) {
  std::string out;
  while (!text.empty()) words::append(out, change(words::take_code_point(text)));
  return out;
}

std::string_view without_space_around(std::string_view text) {
  constexpr std::string_view wide = "　", space = " \n";
  while (true) {
    auto before = text.size();
    if (!text.empty() && space.find(text.front()) != space.npos) text.remove_prefix(1);
    if (text.starts_with(wide)) text.remove_prefix(wide.size());
    if (!text.empty() && space.find(text.back()) != space.npos) text.remove_suffix(1);
    if (text.ends_with(wide)) text.remove_suffix(wide.size());
    if (text.size() == before) return text;
  }
}

// Dashes of all kinds, and the long vowel mark that stands in for one, as "-".
char32_t as_hyphen(char32_t c) {
  bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC || c == 0xFF70 || c == 0x2500 ||
              c == 0x301C || c == '.';
  return dash ? U'-' : c;
}
} // namespace

std::string tidy(std::string_view cell) {
  auto spaced =
      each_character(cell, [](char32_t c) { return c != '\n' && (c < 0x20 || c == 0x7F) ? U' ' : c; });
  return std::string(without_space_around(spaced));
}

std::string half_width(std::string_view cell) {
  UErrorCode failed = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(failed);
  std::string out;
  normalizer
      ->normalize(
          icu::UnicodeString::fromUTF8(icu::StringPiece(cell.data(), static_cast<std::int32_t>(cell.size()))),
          failed)
      .toUTF8String(out);
  return out;
}

std::string katakana(std::string_view cell) {
  return each_character(half_width(cell), [](char32_t c) { return words::is_hiragana(c) ? c + 0x60 : c; });
}

bool has_private_character(std::string_view cell) {
  while (!cell.empty())
    if (u_charType(static_cast<UChar32>(words::take_code_point(cell))) == U_PRIVATE_USE_CHAR) return true;
  return false;
}

phone_reading read_phone(std::string_view cell) {
  auto folded = each_character(half_width(cell), as_hyphen);
  std::string number;
  bool hyphens = false;
  for (char c : folded) {
    bool digit = c >= '0' && c <= '9';
    bool separates = c == '-' || c == ' ' || c == '(' || c == ')';
    if (!digit && !separates && !(c == '+' && number.empty())) return {};
    hyphens = hyphens || separates;
    if (digit || c == '+')
      number += c;
    else if (!number.empty() && !number.ends_with('-'))
      number += '-';
  }
  if (number.ends_with('-')) number.pop_back();
  auto digits = std::ranges::count_if(number, [](char c) { return c >= '0' && c <= '9'; });
  if (digits < 9 || digits > 15) return {};
  bool lost = !hyphens && digits <= 10 && !number.starts_with('0') && !number.starts_with('+');
  if (lost) number.insert(0, 1, '0');
  return {number, lost};
}

std::optional<std::string> read_email(std::string_view cell) {
  auto address = half_width(cell);
  auto at = address.find('@');
  bool one =
      at != address.npos && at > 0 && address.find('@', at + 1) == address.npos && at + 1 < address.size();
  bool clean = address.find_first_of(" \n,;<>\"()") == address.npos;
  if (!one || !clean) return std::nullopt;
  return address;
}

} // namespace kotobashi::roster

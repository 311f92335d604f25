#pragma once

#include <optional>
#include <string>
#include <string_view>

// Cells that hold one thing.
namespace kotobashi::roster {

// Space at the ends taken off (full width too), tabs and other control characters but line breaks made
// spaces.
std::string tidy(std::string_view cell);
// Half-width kana and hiragana as full-width katakana, full-width letters and digits as half width.
std::string katakana(std::string_view cell);
std::string half_width(std::string_view cell);
// Characters of the private use area: 外字 that only the computer they come from can show.
bool has_private_character(std::string_view cell);

struct phone_reading {
  std::string number;         // "090-0000-0001"; empty: not a telephone number
  bool zero_was_lost = false; // Excel takes 09012345678 for a number and drops the 0; it was put back
};
phone_reading read_phone(std::string_view cell);

// In half width; nothing where it has no form of an address.
std::optional<std::string> read_email(std::string_view cell);

} // namespace kotobashi::roster

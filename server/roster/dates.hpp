#pragma once

#include <string>
#include <string_view>

namespace kotobashi::roster {

struct date_reading {
  std::string date; // "1976-02-02"; empty: not read, and `code` says why
  std::string code; // "format", "range"
  std::string detail;
  bool odd_era = false; // the day lies outside of its era (平成33年): read all the same, but look at it
};

// A day as it stands in Japanese rosters: 昭和51年2月2日, S51.2.2, H6.6.6, 令和元年5月1日, 1962/3/3,
// 1962-03-03, 1962年3月3日, 19620303, in full or half width, and with the 0:00 that Excel adds. Two-digit
// years without an era, days first, and Excel's day numbers are refused: they can be read in two ways.
date_reading read_date(std::string_view text);

} // namespace kotobashi::roster

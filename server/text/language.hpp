#pragma once

#include "server/text/runs.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::words {

// What pack.toml says, and the version of the pack. Patterns are ICU date patterns (date, time) or text with
// the {names} told in each line.
struct language {
  std::string tag;  // "zh-Hans"
  std::string name; // as the reader calls it
  std::string name_ja;
  std::string name_en;
  std::string icu_locale;
  words::direction direction{};
  std::string script;             // ISO 15924: "Latn", "Jpan", "Hans", "Kore"
  std::vector<std::string> fonts; // families, first choice first
  std::string date;
  std::string time;
  std::string time_on_the_hour; // instead of time where the minutes are 0; may be empty
  std::string datetime;         // {date} {time}
  std::string period;           // {from} {to}
  std::string period_from;      // {from}
  std::string period_to;        // {to}
  std::string list;             // stands between values
  std::string place;            // {name} {japanese}
  std::int64_t phrases = 0;     // how many of the source's phrases and pages it has
  std::int64_t pages = 0;
  std::string version; // 16 hex digits over the bytes of the pack's files
};
BOOST_DESCRIBE_STRUCT(language, (),
                      (tag, name, name_ja, name_en, icu_locale, direction, script, fonts, date, time,
                       time_on_the_hour, datetime, period, period_from, period_to, list, place, phrases,
                       pages, version))

inline constexpr std::string_view source_language = "ja";
inline constexpr std::string_view plain_source_language = "ja-simple";

} // namespace kotobashi::words

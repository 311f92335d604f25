#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kotobashi {

// A point in time: microseconds since 1970-01-01T00:00:00Z, without leap seconds. JSON:
// "2011-03-11T05:46:00Z" (RFC 3339; read with any offset, written in UTC, with a fraction only where there is
// one). SQL: BIGINT.
struct instant {
  std::int64_t us = 0;
  auto operator<=>(const instant&) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 is wrong

  static instant from(std::chrono::system_clock::time_point point) {
    return {std::chrono::duration_cast<std::chrono::microseconds>(point.time_since_epoch()).count()};
  }
  friend instant operator+(instant at, std::chrono::microseconds by) { return {at.us + by.count()}; }
  friend instant operator-(instant at, std::chrono::microseconds by) { return {at.us - by.count()}; }
  friend std::chrono::microseconds operator-(instant a, instant b) {
    return std::chrono::microseconds{a.us - b.us};
  }
};

std::string to_rfc3339(instant at);
// Nothing for text that is not an RFC 3339 date-time or lies outside the years 1900 to 9999.
std::optional<instant> from_rfc3339(std::string_view text);

} // namespace kotobashi

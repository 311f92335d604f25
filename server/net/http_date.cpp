#include "server/net/http_date.hpp"

#include <fmt/format.h>

namespace kotobashi::net {

std::string_view http_date::now() {
  // The coarse clock is read without entering the kernel and is off by some milliseconds, which Date cannot
  // show.
  timespec at{};
  clock_gettime(CLOCK_REALTIME_COARSE, &at);
  if (at.tv_sec != second_) {
    second_ = at.tv_sec;
    std::tm parts{};
    gmtime_r(&second_, &parts);
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    fmt::format_to_n(text_.data(), length, "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[parts.tm_wday],
                     parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min,
                     parts.tm_sec);
  }
  return {text_.data(), length};
}

} // namespace kotobashi::net

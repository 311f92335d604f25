#include "server/text/local_time.hpp"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <chrono>
#include <memory>

namespace kotobashi::words {

std::string local_time(const std::string& time_zone, instant at) {
  using namespace std::chrono;
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(time_zone)));
  std::int32_t raw = 0, summer = 0;
  UErrorCode failed = U_ZERO_ERROR;
  zone->getOffset(static_cast<UDate>(at.us) / 1000, false, raw, summer, failed);
  sys_time<microseconds> local{microseconds{at.us} + milliseconds{raw + summer}};
  auto day = floor<days>(local);
  year_month_day date{day};
  hh_mm_ss time{floor<minutes>(local - day)};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count());
}

} // namespace kotobashi::words

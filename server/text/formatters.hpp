#pragma once

#include "server/model/instant.hpp"
#include "server/text/language.hpp"

#include <unicode/calendar.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kotobashi::words {

// ICU's formatters of one language and time zone, each made at its first use and kept. Not safe for several
// threads at once: they share a calendar, since ICU otherwise copies one for every date.
class formatters {
public:
  // Throws std::invalid_argument for a time zone that ICU does not know.
  formatters(const language& of, const std::string& time_zone);

  const std::string& time_zone() const { return time_zone_; }
  std::string date(instant at);
  std::string time(instant at);
  std::string time_of_day(int minutes_after_midnight);
  // Milliseconds since 1970-01-01T00:00 by the clock on the wall.
  std::int64_t local_milliseconds(instant at) const;
  // Days since 1970-01-01 in the time zone.
  std::int64_t local_day(instant at) const;
  // At least `decimals` digits after the point, at most three.
  std::string number(double value, std::int64_t decimals = 0);
  // "30,000円", "30,000 Japanese yen": the name in full, since ¥ is read as two currencies.
  std::string money(double amount, const std::string& currency);
  std::string plural_category(double value);

private:
  // With the last moment that it wrote: a notice is shown again and again while it is being written.
  struct date_writer {
    std::unique_ptr<icu::SimpleDateFormat> format;
    instant at;
    std::string text;
  };
  const std::string& write(date_writer& with, const std::string& pattern, instant at);

  const language& of_;
  std::string time_zone_;
  icu::Locale locale_;
  std::unique_ptr<icu::TimeZone> zone_;
  date_writer date_, time_, hour_;
  std::unique_ptr<icu::Calendar> calendar_; // of all three, at `shown_`
  instant shown_;
  struct number_writer {
    icu::number::LocalizedNumberFormatter format;
    std::optional<double> value; // the last one
    std::string text;
  };
  std::map<std::int64_t, number_writer> numbers_; // by decimals
  std::map<std::string, icu::number::LocalizedNumberFormatter> money_;
  std::unique_ptr<icu::PluralRules> plural_;
};

} // namespace kotobashi::words

#pragma once

#include "server/model/instant.hpp"
#include "server/text/library.hpp"

#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <string>
#include <string_view>
#include <vector>

// The peer of the renderer: the earthquake notice as plain text, with nothing but ICU. Everything that can be
// kept is made beforehand: messages, date and number formats, terms.
namespace kotobashi::bench {

struct earthquake {
  instant occurred_at;
  std::string intensity;
  std::vector<std::string> areas;
  double magnitude = 0;
  std::string magnitude_qualifier;
};

class icu_loop {
public:
  // `phrases`: title first, then the body in the order in which it is shown.
  icu_loop(const words::library& from, const words::language& of, const std::vector<std::string>& phrases,
           const std::string& time_zone, const earthquake& which);

  // One line a phrase, UTF-8.
  void append(const earthquake& what, std::string& out);

private:
  icu::UnicodeString date_time(instant at);
  icu::UnicodeString number(double value, const std::string& qualifier);
  icu::UnicodeString isolated(const icu::UnicodeString& value) const;
  const icu::UnicodeString& term(const std::string& key) const { return terms_.at(key); }
  icu::UnicodeString areas(const std::vector<std::string>& codes) const;

  bool right_to_left_;
  icu::UnicodeString list_;
  std::map<std::string, icu::UnicodeString> terms_;
  icu::MessageFormat qualified_, date_and_time_;
  icu::SimpleDateFormat date_, time_;
  icu::number::LocalizedNumberFormatter number_;
  std::vector<icu::MessageFormat> lines_;
  std::vector<icu::UnicodeString> names_;
};

} // namespace kotobashi::bench

#include "tests/bench/icu_loop.hpp"

#include "server/text/pack.hpp"
#include "server/text/ruby.hpp"

#include <unicode/timezone.h>

#include <stdexcept>

namespace kotobashi::bench {

namespace {
icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

void check(UErrorCode failed) {
  if (U_FAILURE(failed)) throw std::runtime_error(std::string("ICU: ") + u_errorName(failed));
}

icu::UnicodeString text_of(const words::pack& from, words::section where, const std::string& key) {
  const auto* found = from.find(where, key);
  if (!found) throw std::runtime_error(from.about().tag + " has no " + key);
  return utf16(from.has_ruby() ? words::without_ruby(found->text) : found->text);
}

icu::MessageFormat message(const icu::UnicodeString& pattern, const icu::Locale& locale) {
  UErrorCode failed = U_ZERO_ERROR;
  icu::MessageFormat made(pattern, locale, failed);
  check(failed);
  return made;
}

icu::SimpleDateFormat date_format(const std::string& pattern, const icu::Locale& locale,
                                  const std::string& time_zone) {
  UErrorCode failed = U_ZERO_ERROR;
  icu::SimpleDateFormat made(utf16(pattern), locale, failed);
  check(failed);
  made.adoptTimeZone(icu::TimeZone::createTimeZone(utf16(time_zone)));
  return made;
}

icu::UnicodeString fill(const icu::MessageFormat& with, const icu::UnicodeString* names,
                        const icu::Formattable* values, int count) {
  UErrorCode failed = U_ZERO_ERROR;
  icu::UnicodeString out;
  with.format(names, values, count, out, failed);
  check(failed);
  return out;
}
} // namespace

icu_loop::icu_loop(const words::library& from, const words::language& of,
                   const std::vector<std::string>& phrases, const std::string& time_zone,
                   const earthquake& which)
    : right_to_left_(of.direction == words::direction::rtl), list_(utf16(of.list)),
      qualified_(message(
          text_of(*from.find_pack(of.tag), words::section::terms, "number." + which.magnitude_qualifier),
          icu::Locale::createCanonical(of.icu_locale.c_str()))),
      date_and_time_(message(utf16(of.datetime), icu::Locale::createCanonical(of.icu_locale.c_str()))),
      date_(date_format(of.date, icu::Locale::createCanonical(of.icu_locale.c_str()), time_zone)),
      time_(date_format(of.time, icu::Locale::createCanonical(of.icu_locale.c_str()), time_zone)),
      number_(icu::number::NumberFormatter::withLocale(icu::Locale::createCanonical(of.icu_locale.c_str()))
                  .precision(icu::number::Precision::minMaxFraction(1, 3))),
      names_{"occurred_at", "intensity", "areas", "magnitude"} {
  const words::pack& pack = *from.find_pack(of.tag);
  for (const auto& phrase : phrases)
    lines_.push_back(message(text_of(pack, words::section::phrases, phrase),
                             icu::Locale::createCanonical(of.icu_locale.c_str())));
  const std::string intensity = "intensity." + which.intensity;
  terms_[intensity] = text_of(pack, words::section::terms, intensity);
  for (const auto& code : which.areas)
    terms_["area." + code] = text_of(pack, words::section::terms, "area." + code);
}

icu::UnicodeString icu_loop::date_time(instant at) {
  const std::int64_t whole = at.us / 1000;
  const auto milliseconds = static_cast<UDate>(whole);
  icu::UnicodeString date, time;
  date_.format(milliseconds, date);
  time_.format(milliseconds, time);
  const icu::UnicodeString names[] = {"date", "time"};
  const icu::Formattable values[] = {date, time};
  return fill(date_and_time_, names, values, 2);
}

icu::UnicodeString icu_loop::number(double value, const std::string& qualifier) {
  UErrorCode failed = U_ZERO_ERROR;
  icu::UnicodeString digits = number_.formatDouble(value, failed).toString(failed);
  check(failed);
  if (qualifier.empty()) return digits;
  const icu::UnicodeString name = "n";
  const icu::Formattable argument = digits;
  return fill(qualified_, &name, &argument, 1);
}

icu::UnicodeString icu_loop::isolated(const icu::UnicodeString& value) const {
  if (!right_to_left_) return value;
  return icu::UnicodeString(char16_t{0x2068}).append(value).append(char16_t{0x2069});
}

icu::UnicodeString icu_loop::areas(const std::vector<std::string>& codes) const {
  icu::UnicodeString out;
  for (const auto& code : codes) {
    if (!out.isEmpty()) out.append(list_);
    out.append(isolated(term("area." + code)));
  }
  return out;
}

void icu_loop::append(const earthquake& what, std::string& out) {
  const icu::Formattable values[] = {isolated(date_time(what.occurred_at)),
                                     isolated(term("intensity." + what.intensity)), areas(what.areas),
                                     isolated(number(what.magnitude, what.magnitude_qualifier))};
  for (const auto& line : lines_) {
    fill(line, names_.data(), values, static_cast<int>(names_.size())).toUTF8String(out);
    out += '\n';
  }
}

} // namespace kotobashi::bench

#include "server/text/formatters.hpp"

#include <unicode/fieldpos.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace kotobashi::words {

namespace {
void check(UErrorCode failed, const std::string& what) {
  if (U_FAILURE(failed)) throw std::runtime_error("ICU cannot make " + what + ": " + u_errorName(failed));
}
icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}
std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}
double milliseconds(instant at) {
  const std::int64_t whole = at.us / 1000;
  return static_cast<double>(whole);
}
} // namespace

formatters::formatters(const language& of, const std::string& time_zone)
    : of_(of), time_zone_(time_zone), locale_(icu::Locale::createCanonical(of.icu_locale.c_str())),
      zone_(icu::TimeZone::createTimeZone(utf16(time_zone))) {
  if (*zone_ == icu::TimeZone::getUnknown())
    throw std::invalid_argument("there is no time zone " + time_zone);
}

const std::string& formatters::write(date_writer& with, const std::string& pattern, instant at) {
  UErrorCode failed = U_ZERO_ERROR;
  if (with.format && with.at == at) return with.text;
  if (!with.format) {
    with.format = std::make_unique<icu::SimpleDateFormat>(utf16(pattern), locale_, failed);
    check(failed, "the date format " + pattern);
    with.format->setTimeZone(*zone_);
  }
  bool fresh = !calendar_;
  if (fresh) calendar_.reset(with.format->getCalendar()->clone());
  if (fresh || at != shown_) calendar_->setTime(milliseconds(at), failed);
  check(failed, "a date");
  shown_ = at;
  icu::UnicodeString out;
  icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
  with.format->format(*calendar_, out, position);
  with.at = at;
  with.text = utf8(out);
  return with.text;
}

std::string formatters::date(instant at) {
  return write(date_, of_.date, at);
}

std::string formatters::time(instant at) {
  constexpr std::int64_t hour = 3'600'000, minute = 60'000;
  if (of_.time_on_the_hour.empty() || (local_milliseconds(at) % hour + hour) % hour >= minute)
    return write(time_, of_.time, at);
  return write(hour_, of_.time_on_the_hour, at);
}

std::string formatters::time_of_day(int minutes) {
  constexpr std::int64_t minute_us = 60'000'000, offset_unit = 1000;
  return time(instant{minutes * minute_us - local_milliseconds(instant{}) * offset_unit});
}

std::int64_t formatters::local_milliseconds(instant at) const {
  std::int32_t raw = 0, summer = 0;
  UErrorCode failed = U_ZERO_ERROR;
  zone_->getOffset(milliseconds(at), false, raw, summer, failed);
  check(failed, "an offset");
  return at.us / 1000 + raw + summer;
}

std::int64_t formatters::local_day(instant at) const {
  constexpr std::int64_t day = 86'400'000;
  std::int64_t local = local_milliseconds(at);
  return local >= 0 ? local / day : (local - day + 1) / day;
}

std::string formatters::number(double value, std::int64_t decimals) {
  auto found = numbers_.find(decimals);
  if (found == numbers_.end()) {
    auto least = static_cast<std::int32_t>(std::clamp<std::int64_t>(decimals, 0, 6));
    auto made = icu::number::NumberFormatter::withLocale(locale_).precision(
        icu::number::Precision::minMaxFraction(least, std::max(least, 3)));
    found = numbers_.emplace(decimals, number_writer{std::move(made), {}, {}}).first;
  }
  number_writer& with = found->second;
  if (with.value && std::equal_to<>()(*with.value, value)) return with.text;
  UErrorCode failed = U_ZERO_ERROR;
  auto out = with.format.formatDouble(value, failed).toString(failed);
  check(failed, "a number");
  with.value = value;
  with.text = utf8(out);
  return with.text;
}

std::string formatters::money(double amount, const std::string& currency) {
  UErrorCode failed = U_ZERO_ERROR;
  auto found = money_.find(currency);
  if (found == money_.end()) {
    icu::CurrencyUnit unit(utf16(currency).getTerminatedBuffer(), failed);
    auto made =
        icu::number::NumberFormatter::withLocale(locale_).unit(unit).unitWidth(UNUM_UNIT_WIDTH_FULL_NAME);
    found = money_.emplace(currency, std::move(made)).first;
  }
  auto out = found->second.formatDouble(amount, failed).toString(failed);
  check(failed, "an amount");
  return utf8(out);
}

std::string formatters::plural_category(double value) {
  if (!plural_) {
    UErrorCode failed = U_ZERO_ERROR;
    plural_.reset(icu::PluralRules::forLocale(locale_, failed));
    check(failed, "plural rules");
  }
  return utf8(plural_->select(value));
}

} // namespace kotobashi::words

#include "server/roster/dates.hpp"

#include "server/text/search.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <optional>

namespace kotobashi::roster {

namespace {
using namespace std::chrono;

struct era {
  std::string_view name, letter;
  int before_first; // the year before year 1
  sys_days from, to;
};
// By law and calendar: 太政官布告 of 1868, the Emperors' days, 元号法.
const std::array<era, 5>& eras() {
  static const std::array<era, 5> all{
      {{"令和", "r", 2018, sys_days{2019y / May / 1}, sys_days{9999y / December / 31}},
       {"平成", "h", 1988, sys_days{1989y / January / 8}, sys_days{2019y / April / 30}},
       {"昭和", "s", 1925, sys_days{1926y / December / 25}, sys_days{1989y / January / 7}},
       {"大正", "t", 1911, sys_days{1912y / July / 30}, sys_days{1926y / December / 24}},
       {"明治", "m", 1867, sys_days{1868y / January / 25}, sys_days{1912y / July / 29}}}};
  return all;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

void skip_spaces(std::string_view& text) {
  while (take(text, " ")) {
  }
}

// Up to `most` digits, taken off the front.
std::string_view take_digits(std::string_view& text, std::size_t most) {
  std::size_t count = 0;
  while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
  auto digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

int to_int(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

const era* take_era(std::string_view& text) {
  for (const auto& each : eras()) {
    if (take(text, each.name)) {
      take(text, "."); // "平成. 6"
      skip_spaces(text);
      return &each;
    }
    auto rest = text;
    if (!take(rest, each.letter)) continue;
    take(rest, ".");
    skip_spaces(rest);
    if (rest.empty() || ((rest.front() < '0' || rest.front() > '9') && !rest.starts_with("元"))) continue;
    text = rest;
    return &each;
  }
  return nullptr;
}

bool take_separator(std::string_view& text, std::string_view word) {
  bool taken = take(text, word) || take(text, "/") || take(text, ".") || take(text, "-");
  skip_spaces(text);
  return taken;
}

// Nothing but the midnight that Excel writes behind a day.
bool is_end(std::string_view text) {
  skip_spaces(text);
  take(text, "t");
  return text.empty() || text == "0:00" || text == "00:00" || text == "0:00:00" || text == "00:00:00";
}

struct parts {
  int year = 0, month = 0, day = 0;
  const era* of = nullptr;
};

std::optional<parts> take_apart(std::string_view text) {
  parts found;
  found.of = take_era(text);
  if (found.of && take(text, "元")) {
    found.year = 1;
  } else {
    auto year = take_digits(text, found.of ? 2 : 4);
    if (year.empty() || (!found.of && year.size() != 4)) return std::nullopt;
    found.year = to_int(year);
  }
  bool packed = !found.of && !text.empty() && text.front() >= '0' && text.front() <= '9';
  if (!packed && !take_separator(text, "年")) return std::nullopt;
  auto month = take_digits(text, 2);
  if (month.empty() || (packed && month.size() != 2)) return std::nullopt;
  if (!packed && !take_separator(text, "月")) return std::nullopt;
  auto day = take_digits(text, 2);
  if (day.empty() || (packed && day.size() != 2)) return std::nullopt;
  take(text, "日");
  if (!is_end(text)) return std::nullopt;
  found.month = to_int(month);
  found.day = to_int(day);
  return found;
}

date_reading refused(std::string_view code, std::string detail) {
  return {{}, std::string(code), std::move(detail), false};
}
} // namespace

date_reading read_date(std::string_view text) {
  auto folded = words::search_fold(text);
  auto found = take_apart(folded);
  if (!found)
    return refused("format", "\"" + std::string(text) +
                                 "\" is not a date such as 1976/2/2, 1976-02-02, 昭和51年2月2日 or S51.2.2");
  if (found->of && found->year == 0)
    return refused("range", "\"" + std::string(text) + "\": an era begins with year 1 (元年)");
  int year = found->of ? found->of->before_first + found->year : found->year;
  if (found->month < 1 || found->month > 12)
    return refused("range",
                   "\"" + std::string(text) + "\": there is no month " + std::to_string(found->month));
  year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(found->month)},
                      std::chrono::day{static_cast<unsigned>(found->day)}};
  if (!date.ok())
    return refused("range",
                   "\"" + std::string(text) + "\": that month has no day " + std::to_string(found->day));
  bool odd = found->of && (sys_days{date} < found->of->from || sys_days{date} > found->of->to);
  return {fmt::format("{:04}-{:02}-{:02}", year, found->month, found->day), {}, {}, odd};
}

} // namespace kotobashi::roster

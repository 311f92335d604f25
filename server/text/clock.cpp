#include "server/text/clock.hpp"

#include "server/text/ruby.hpp"

namespace kotobashi::words {

std::string fill(std::string_view pattern,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  while (!pattern.empty()) {
    auto open = pattern.find('{');
    auto close = pattern.find('}', open);
    out += pattern.substr(0, open);
    if (open == pattern.npos || close == pattern.npos) break;
    auto name = pattern.substr(open + 1, close - open - 1);
    for (const auto& [known, value] : values)
      if (known == name) out += value;
    pattern.remove_prefix(close + 1);
  }
  return out;
}

std::string date_time_text(const language& in, formatters& with, instant at) {
  return fill(in.datetime, {{"date", with.date(at)}, {"time", with.time(at)}});
}

std::string period_text(const language& in, formatters& with, std::optional<instant> from,
                        std::optional<instant> to) {
  if (!from) return fill(in.period_to, {{"to", date_time_text(in, with, *to)}});
  if (!to) return fill(in.period_from, {{"from", date_time_text(in, with, *from)}});
  if (with.local_day(*from) != with.local_day(*to))
    return fill(in.period,
                {{"from", date_time_text(in, with, *from)}, {"to", date_time_text(in, with, *to)}});
  auto times = fill(in.period, {{"from", with.time(*from)}, {"to", with.time(*to)}});
  return fill(in.datetime, {{"date", with.date(*from)}, {"time", times}});
}

void write_clock(std::string_view text, const pack& in, std::string_view parameter, run_builder& to) {
  if (in.is_plain())
    to.value(read_clock_ruby(text), parameter);
  else
    to.value(text, parameter);
}

} // namespace kotobashi::words

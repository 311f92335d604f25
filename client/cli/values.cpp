#include "client/cli/values.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdlib.h>

namespace kotobashi::cli {

namespace js = boost::json;

namespace {
std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool looks_like_json(std::string_view text) {
  return !text.empty() && (text[0] == '{' || text[0] == '[' || text[0] == '"');
}

result<js::value> one_value(std::string_view type, std::string_view text) {
  const bool is_json =
      looks_like_json(text) || type == "number" || type == "money" || type == "period" || type == "switch";
  if (is_json) return json::parse(text);
  return js::value(js::string_view(text));
}

std::optional<std::chrono::microseconds> span(std::string_view text) {
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::int64_t count = 0;
  const char* last = text.data() + text.size() - 1;
  auto [end, failed] = std::from_chars(text.data() + 1, last, count);
  if (failed != std::errc() || end != last || count < 0) return std::nullopt;
  if (text[0] == '-') count = -count;
  switch (*last) {
  case 'm': return std::chrono::minutes(count);
  case 'h': return std::chrono::hours(count);
  case 'd': return std::chrono::hours(24 * count);
  default: return std::nullopt;
  }
}
} // namespace

result<instant> read_time(std::string_view text, instant now) {
  if (text == "now") return now;
  if (auto from_now = span(text)) return now + *from_now;
  if (auto at = from_rfc3339(text)) return *at;
  return refuse_field("time", "format", "expected 2011-03-11T14:46:00+09:00, now, +90m, +2h or +3d");
}

void use_time_zone(const std::string& name) {
  const auto known = std::filesystem::path("/usr/share/zoneinfo") / name;
  std::error_code missing;
  if (name.find("..") != name.npos || !std::filesystem::is_regular_file(known, missing)) return;
  setenv("TZ", name.c_str(), 1);
  tzset();
}

std::string local_time(instant at) {
  const std::time_t seconds = static_cast<std::time_t>(at.us / 1'000'000);
  return fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(seconds));
}

result<std::string> read_whole_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return refuse(refusal_code::not_found, "cannot read " + file);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

result<std::string> read_text(const std::string& argument) {
  if (argument == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  if (argument.starts_with('@')) return read_whole_file(argument.substr(1));
  return argument;
}

result<js::value> read_parameter(const client::template_view& topic, std::string_view name,
                                 std::string_view value) {
  const auto parameter = std::ranges::find(topic.parameters, name, &client::parameter_view::name);
  if (parameter == topic.parameters.end()) {
    const bool is_switch =
        std::ranges::find(topic.switches, name, &client::switch_view::name) != topic.switches.end();
    return one_value(is_switch ? "switch" : "text", value); // the server says what it does not know
  }
  if (!parameter->list || (!value.empty() && value[0] == '[')) return one_value(parameter->type, value);
  if (parameter->type == "languages") return json::parse(value);
  js::array all;
  for (std::string_view each : split(value, ',')) {
    auto one = one_value(parameter->type, each);
    if (!one) return one;
    all.push_back(std::move(*one));
  }
  return js::value(std::move(all));
}

result<js::value> read_parameters(const client::template_view& topic, js::value base,
                                  const std::vector<std::string>& pairs) {
  js::object out = base.is_object() ? std::move(base.get_object()) : js::object();
  for (std::string_view each : pairs) {
    const auto equals = each.find('=');
    if (equals == each.npos) return refuse_field(std::string(each), "format", "expected name=value");
    const auto name = each.substr(0, equals);
    auto value = read_parameter(topic, name, each.substr(equals + 1));
    if (!value) return refuse_field("parameters." + std::string(name), "format", value.error().detail);
    out[name] = std::move(*value);
  }
  return js::value(std::move(out));
}

result<area_intensity> read_area_intensity(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == text.npos)
    return refuse_field("areas", "format", "expected code=intensity, such as 14131=five_upper");
  auto strength = read_word<intensity>("areas", std::string(text.substr(equals + 1)));
  if (!strength) return strength.error();
  return area_intensity{std::string(text.substr(0, equals)), *strength};
}

} // namespace kotobashi::cli

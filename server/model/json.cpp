#include "server/model/json.hpp"

#include "server/model/visible.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cmath>
#include <limits>

namespace kotobashi::json {

problems::scope::scope(problems& of, std::string_view member) : of_(of), length_(of.path_.size()) {
  if (!of_.path_.empty()) of_.path_ += '.';
  of_.path_ += member;
}

problems::scope::scope(problems& of, std::size_t index) : of_(of), length_(of.path_.size()) {
  of_.path_ += '[' + std::to_string(index) + ']';
}

js::value write(const std::string& from) {
  return js::value(js::string_view(from));
}
js::value write(instant from) {
  return js::value(js::string_view(to_rfc3339(from)));
}
std::string to_string(const js::value& value) {
  return js::serialize(value);
}

void read(const js::value& from, bool& to, problems& found) {
  if (!from.is_bool()) return found.add("type", "expected true or false");
  to = from.get_bool();
}

void read(const js::value& from, std::int64_t& to, problems& found) {
  if (from.is_int64()) {
    to = from.get_int64();
  } else if (from.is_uint64()) {
    found.add("range", "the number is too large");
  } else {
    found.add("type", "expected a whole number");
  }
}

void read(const js::value& from, int& to, problems& found) {
  std::int64_t wide = 0;
  read(from, wide, found);
  if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
    return found.add("range", "the number is too large");
  to = static_cast<int>(wide);
}

void read(const js::value& from, double& to, problems& found) {
  if (!from.is_number()) return found.add("type", "expected a number");
  to = from.to_number<double>();
  if (!std::isfinite(to)) found.add("range", "the number is too large");
}

void read(const js::value& from, std::string& to, problems& found) {
  if (!from.is_string()) return found.add("type", "expected a text");
  std::string_view given(from.get_string());
  if (given.find('\0') != given.npos) return found.add("format", "the text contains U+0000");
  to = given;
}

void read(const js::value& from, instant& to, problems& found) {
  if (!from.is_string()) return found.add("type", "expected a date and time");
  auto at = from_rfc3339(std::string_view(from.get_string()));
  if (!at) return found.add("format", "expected a date and time such as 2011-03-11T14:46:00+09:00");
  to = *at;
}

void read(const js::value& from, language_tag& to, problems& found) {
  read(from, to.value, found);
  if (from.is_string() && !valid_language_tag(to.value))
    found.add("format", "expected a language tag such as vi or zh-Hans");
}

void read_text(const js::value& from, std::string& to, std::size_t max, problems& found) {
  read(from, to, found);
  if (!from.is_string()) return;
  for (char c : to) {
    auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F)
      return found.add("format", "the text contains a control character");
  }
  if (!shows_something(to))
    return to.clear(); // so that whoever wants a text need only ask whether it is empty
  if (code_points(to) > max) found.add("too_long", "at most " + std::to_string(max) + " characters");
}

void read_id(const js::value& from, std::string& to, problems& found) {
  read(from, to, found);
  if (from.is_string() && !to.empty() && !valid_uuid(to)) found.add("format", "this is not an identifier");
}

void refuse_enum(const js::value& from, std::string_view names, problems& found) {
  if (!from.is_string()) return found.add("type", "expected one of: " + std::string(names));
  found.add("unknown", "expected one of: " + std::string(names));
}

result<js::value> parse(std::string_view body) {
  js::parse_options options;
  options.max_depth = 32;
  js::error_code failed;
  auto value = js::parse(js::string_view(body.data(), body.size()), failed, {}, options);
  if (failed) return refuse(refusal_code::malformed, "this is not JSON: " + failed.message());
  return value;
}

js::value merge_patch(js::value target, const js::value& patch) {
  if (!patch.is_object()) return patch;
  if (!target.is_object()) target = js::object();
  js::object& object = target.get_object();
  for (const auto& [key, value] : patch.get_object()) {
    if (value.is_null()) {
      object.erase(key);
    } else {
      js::value& member = object[key];
      member = merge_patch(std::move(member), value);
    }
  }
  return target;
}

} // namespace kotobashi::json

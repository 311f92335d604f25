#include "server/net/target.hpp"

#include "server/model/value.hpp"

namespace kotobashi::net {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool decode(std::string_view from, std::string& to, bool plus_is_space) {
  to.clear();
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i] == '%') {
      if (i + 2 >= from.size()) return false;
      const int high = hex_digit(from[i + 1]), low = hex_digit(from[i + 2]);
      if (high < 0 || low < 0) return false;
      to += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      to += plus_is_space && from[i] == '+' ? ' ' : from[i];
    }
  }
  return valid_utf8(to);
}

} // namespace

bool percent_decode(std::string_view from, std::string& to) {
  return decode(from, to, false);
}

bool parse_query(std::string_view from, std::vector<std::pair<std::string, std::string>>& to) {
  to.clear();
  while (!from.empty()) {
    const std::size_t end = from.find('&');
    const std::string_view pair = from.substr(0, end);
    from.remove_prefix(end == std::string_view::npos ? from.size() : end + 1);
    if (pair.empty()) continue;
    const std::size_t equals = pair.find('=');
    auto& [name, value] = to.emplace_back();
    if (!decode(pair.substr(0, equals), name, true)) return false;
    if (equals != std::string_view::npos && !decode(pair.substr(equals + 1), value, true)) return false;
  }
  return true;
}

} // namespace kotobashi::net

#include "server/text/langpack/text_pair.hpp"
#include "server/text/ruby.hpp"
#include "server/text/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

namespace kotobashi::langpack {

namespace {
std::vector<std::string> take_urls(std::string& text) {
  std::vector<std::string> out;
  for (auto at = text.find("http"); at != text.npos; at = text.find("http", at)) {
    auto rest = std::string_view(text).substr(at);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) {
      ++at;
      continue;
    }
    auto end = std::ranges::find_if(rest, [](char c) {
      return c <= ' ' || c >= 0x7F || std::string_view("<>\"()").find(c) != std::string_view::npos;
    });
    auto length = static_cast<std::size_t>(end - rest.begin());
    while (length > 0 && std::string_view(".,;:!?").find(rest[length - 1]) != std::string_view::npos)
      --length;
    out.emplace_back(rest.substr(0, length));
    text.replace(at, length, " ");
  }
  return out;
}

// 0-9 for any script's digit, else -1.
int digit_of(char32_t c) {
  return u_charDigitValue(static_cast<UChar32>(c));
}

bool joins(char32_t c) {
  return std::u32string_view(U"-.,:/\u2010\u2011\u066B\u066C\u00A0\u202F").find(c) !=
         std::u32string_view::npos;
}

// "1,000", "1.000" and "1 000" are one number, "044-455-8811" is another, "10:30" a third: what joins groups
// of three digits goes.
std::string plain_number(const std::u32string& written) {
  std::string out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (int digit = digit_of(written[i]); digit >= 0) {
      out += static_cast<char>('0' + digit);
      continue;
    }
    auto group = written.substr(i + 1, 4);
    bool thousands =
        group.size() >= 3 &&
        std::all_of(group.begin(), group.begin() + 3, [](char32_t c) { return digit_of(c) >= 0; }) &&
        (group.size() == 3 || digit_of(group[3]) < 0);
    bool hyphen = written[i] == U'-' || written[i] == 0x2010 || written[i] == 0x2011;
    if (hyphen || !thousands) out += hyphen ? '-' : '.';
  }
  return out;
}

std::set<std::string> numbers_in(const std::vector<std::string>& texts) {
  std::set<std::string> out;
  for (const auto& text : texts) {
    std::string plain = words::without_ruby(text);
    take_urls(plain);
    auto points = words::to_code_points(plain);
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (digit_of(points[i]) < 0) continue;
      std::size_t end = i + 1;
      while (end < points.size() &&
             (digit_of(points[end]) >= 0 ||
              (joins(points[end]) && end + 1 < points.size() && digit_of(points[end + 1]) >= 0)))
        ++end;
      out.insert(plain_number(points.substr(i, end - i)));
      i = end;
    }
  }
  return out;
}

std::set<std::string> urls_in(const std::vector<std::string>& texts) {
  std::set<std::string> out;
  for (std::string text : texts)
    for (auto& url : take_urls(text)) out.insert(std::move(url));
  return out;
}

void compare(const text_pair& one, std::string_view rule, const std::set<std::string>& have,
             const std::set<std::string>& want, reporter& to) {
  for (const auto& each : want)
    if (!have.contains(each))
      to.add(rule, one.in, one.where, one.text.key, each + " stands in the source and not here");
  for (const auto& each : have)
    if (!want.contains(each))
      to.add(rule, one.in, one.where, one.text.key, each + " does not stand in the source");
}
} // namespace

void check_numbers(const words::library&, const text_pair& one, reporter& to) {
  if (!one.is_source()) compare(one, "numbers", numbers_in(one.says), numbers_in(one.source_says), to);
}

void check_urls(const words::library&, const text_pair& one, reporter& to) {
  if (!one.is_source()) compare(one, "urls", urls_in(one.says), urls_in(one.source_says), to);
}

} // namespace kotobashi::langpack

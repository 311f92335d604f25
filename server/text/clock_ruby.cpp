#include "server/text/ruby.hpp"
#include "server/text/utf8.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace kotobashi::words {

namespace {
constexpr std::array<std::string_view, 10> ones = {"",   "いち", "に",   "さん", "よん",
                                                   "ご", "ろく", "なな", "はち", "きゅう"};

std::string tens(int number) {
  if (number < 10) return {};
  return number < 20 ? "じゅう" : std::string(ones.at(static_cast<std::size_t>(number / 10))) + "じゅう";
}

std::string cardinal(int number) {
  return tens(number) + std::string(ones.at(static_cast<std::size_t>(number % 10)));
}

std::string month(int number) {
  switch (number) {
  case 4: return "しがつ";
  case 7: return "しちがつ";
  case 9: return "くがつ";
  default: return cardinal(number) + "がつ";
  }
}

std::string day(int number) {
  constexpr std::array<std::string_view, 11> irregular = {"",       "ついたち", "ふつか", "みっか",
                                                          "よっか", "いつか",   "むいか", "なのか",
                                                          "ようか", "ここのか", "とおか"};
  if (number <= 10) return std::string(irregular.at(static_cast<std::size_t>(number)));
  if (number == 20) return "はつか";
  if (number % 10 == 4) return tens(number) + "よっか";
  if (number % 10 == 7) return tens(number) + "しちにち";
  if (number % 10 == 9) return tens(number) + "くにち";
  return cardinal(number) + "にち";
}

std::string hour(int number) {
  if (number == 0) return "れいじ";
  if (number % 10 == 4) return tens(number) + "よじ";
  if (number % 10 == 7) return tens(number) + "しちじ";
  if (number % 10 == 9) return tens(number) + "くじ";
  return cardinal(number) + "じ";
}

std::string minute(int number) {
  if (number == 0) return "れいふん";
  std::string ten = tens(number);
  switch (number % 10) {
  case 0: return ten.substr(0, ten.size() - std::string_view("う").size()) + "っぷん";
  case 1: return ten + "いっぷん";
  case 3: return ten + "さんぷん";
  case 4: return ten + "よんぷん";
  case 6: return ten + "ろっぷん";
  case 8: return ten + "はっぷん";
  default: return cardinal(number) + "ふん";
  }
}

// "" where the counter has no reading for this number.
std::string counted(std::string_view digits, char32_t counter) {
  int number = 0;
  auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failed != std::errc() || end != digits.data() + digits.size()) return {};
  if (counter == U'月' && number >= 1 && number <= 12) return month(number);
  if (counter == U'日' && number >= 1 && number <= 31) return day(number);
  if (counter == U'時' && number <= 24) return hour(number);
  if (counter == U'分' && number <= 59) return minute(number);
  return {};
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> fixed = {{{"午前", "ごぜん"},
                                                                                  {"午後", "ごご"},
                                                                                  {"正午", "しょうご"},
                                                                                  {"日曜日", "にちようび"},
                                                                                  {"月曜日", "げつようび"},
                                                                                  {"火曜日", "かようび"},
                                                                                  {"水曜日", "すいようび"},
                                                                                  {"木曜日", "もくようび"},
                                                                                  {"金曜日", "きんようび"},
                                                                                  {"土曜日", "どようび"},
                                                                                  {"年", "ねん"},
                                                                                  {"秒", "びょう"},
                                                                                  {"円", "えん"}}};

bool take_fixed(std::string_view& text, std::vector<ruby_piece>& out) {
  for (auto [word, reading] : fixed) {
    if (!text.starts_with(word)) continue;
    out.push_back({std::string(word), std::string(reading)});
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

// A day of the week in brackets: "（金）".
bool take_weekday(std::string_view& text, std::string_view before, std::vector<ruby_piece>& out) {
  if (!before.ends_with("（") && !before.ends_with('(')) return false;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> days = {{{"日", "にち"},
                                                                                  {"月", "げつ"},
                                                                                  {"火", "か"},
                                                                                  {"水", "すい"},
                                                                                  {"木", "もく"},
                                                                                  {"金", "きん"},
                                                                                  {"土", "ど"}}};
  for (auto [day, reading] : days) {
    if (!text.starts_with(day)) continue;
    auto rest = text.substr(day.size());
    if (!rest.starts_with("）") && !rest.starts_with(')')) return false;
    out.push_back({std::string(day), std::string(reading)});
    text = rest;
    return true;
  }
  return false;
}

// Digits and their counter: "46分".
bool take_counted(std::string_view& text, std::vector<ruby_piece>& out) {
  auto length = text.find_first_not_of("0123456789");
  if (length == 0 || length == text.npos) return false;
  auto rest = text.substr(length);
  char32_t counter = take_code_point(rest);
  auto reading = counted(text.substr(0, length), counter);
  if (reading.empty()) return false;
  out.push_back({std::string(text.substr(0, text.size() - rest.size())), reading});
  text = rest;
  return true;
}
} // namespace

std::vector<ruby_piece> read_clock_ruby(std::string_view formatted) {
  if (has_ruby_marks(formatted)) return read_ruby(formatted);
  std::vector<ruby_piece> out;
  const auto whole = formatted;
  bool after_digit = false;
  while (!formatted.empty()) {
    bool digit = formatted.front() >= '0' && formatted.front() <= '9';
    if ((!after_digit && digit && take_counted(formatted, out)) ||
        take_weekday(formatted, whole.substr(0, whole.size() - formatted.size()), out) ||
        take_fixed(formatted, out)) {
      after_digit = false;
      continue;
    }
    auto before = formatted;
    take_code_point(formatted);
    auto part = before.substr(0, before.size() - formatted.size());
    after_digit = digit;
    if (!out.empty() && out.back().ruby.empty())
      out.back().text += part;
    else
      out.push_back({std::string(part), {}});
  }
  return out;
}

} // namespace kotobashi::words

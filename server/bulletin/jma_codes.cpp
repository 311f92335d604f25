#include "server/bulletin/jma_codes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

namespace kotobashi::bulletins {

namespace {
template <class T, std::size_t N>
std::optional<T> look_up(const std::array<std::pair<std::string_view, T>, N>& words, std::string_view text) {
  for (const auto& [word, value] : words)
    if (word == text) return value;
  return std::nullopt;
}

// Full-width digits, letters and signs (U+FF01 to U+FF5E) as ASCII.
std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto at = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    if (at(i) == 0xEF && i + 2 < text.size() && (at(i + 1) == 0xBC || at(i + 1) == 0xBD)) {
      unsigned point = 0xF000u | ((at(i + 1) & 0x3Fu) << 6) | (at(i + 2) & 0x3Fu);
      if (point >= 0xFF01 && point <= 0xFF5E) {
        out += static_cast<char>(point - 0xFF01 + '!');
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

// The first number in the text.
std::optional<double> number_in(std::string_view text) {
  auto first = text.find_first_of("0123456789");
  if (first == text.npos) return std::nullopt;
  double value = 0;
  auto end = text.data() + text.size();
  if (std::from_chars(text.data() + first, end, value, std::chars_format::fixed).ec != std::errc{})
    return std::nullopt;
  return value;
}

std::optional<double> finite(std::string_view text) {
  double value = 0;
  auto end = text.data() + text.size();
  auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string qualifier_in(std::string_view description) {
  auto has = [&](std::string_view word) { return description.find(word) != description.npos; };
  if (has("超")) return "more_than";
  if (has("以上")) return "at_least";
  if (has("未満")) return "less_than";
  return {};
}
} // namespace

bool known_table(std::string_view name) {
  using namespace table;
  static constexpr std::array known{prefectures, regions,       municipalities, stations,
                                    coasts,      tide_stations, tsunami_kinds};
  return std::ranges::find(known, name) != known.end();
}

std::optional<bulletin_status> status_from(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, bulletin_status>, 3> words{
      {{"通常", bulletin_status::normal}, {"訓練", bulletin_status::drill}, {"試験", bulletin_status::test}}};
  return look_up(words, text);
}

std::optional<bulletin_action> action_from(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, bulletin_action>, 4> words{
      {{"発表", bulletin_action::issued},
       {"訂正", bulletin_action::corrected},
       {"取消", bulletin_action::cancelled},
       {"遅延", bulletin_action::issued}}};
  return look_up(words, text);
}

bulletin_kind kind_from(std::string_view title) {
  static constexpr std::array<std::pair<std::string_view, bulletin_kind>, 5> titles{
      {{"震度速報", bulletin_kind::intensity_flash},         // VXSE51
       {"震源に関する情報", bulletin_kind::hypocentre},      // VXSE52
       {"震源・震度に関する情報", bulletin_kind::intensity}, // VXSE53
       {tsunami_warning_title, bulletin_kind::tsunami},
       {"津波情報a", bulletin_kind::tsunami}}}; // VTSE51
  return look_up(titles, title).value_or(bulletin_kind::other);
}

std::optional<intensity> intensity_from(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, intensity>, 12> words{
      {{"1", intensity::one},
       {"2", intensity::two},
       {"3", intensity::three},
       {"4", intensity::four},
       {"5-", intensity::five_lower},
       {"5+", intensity::five_upper},
       {"6-", intensity::six_lower},
       {"6+", intensity::six_upper},
       {"7", intensity::seven},
       {"!5-", intensity::five_lower_or_more_unknown},
       {"震度５弱以上未入電", intensity::five_lower_or_more_unknown},
       {"５弱以上未入電", intensity::five_lower_or_more_unknown}}};
  return look_up(words, text);
}

std::optional<tsunami_kind> tsunami_kind_from(std::string_view code) {
  using domain::tsunami_category;
  static constexpr std::array<std::pair<std::string_view, tsunami_kind>, 10> kinds{
      {{"00", {tsunami_category::none, false}},
       {"50", {tsunami_category::none, true}}, // 警報解除
       {"51", {tsunami_category::warning, false}},
       {"52", {tsunami_category::major_warning, false}},
       {"53", {tsunami_category::major_warning, false}}, // 大津波警報：発表
       {"60", {tsunami_category::none, true}},           // 注意報解除
       {"62", {tsunami_category::advisory, false}},
       {"71", {tsunami_category::forecast, false}},
       {"72", {tsunami_category::forecast, false}},
       {"73", {tsunami_category::forecast, false}}}};
  return look_up(kinds, code);
}

std::optional<domain::measure> measure_from(std::string_view number, std::string_view description) {
  std::string words = half_width(description);
  auto has = [&](std::string_view word) { return words.find(word) != words.npos; };
  if (auto value = finite(number)) return domain::measure{value, qualifier_in(words), {}};
  auto qualifier = qualifier_in(words);
  if (auto value = number_in(words); value && !qualifier.empty())
    return domain::measure{value, qualifier, {}};
  if (has("巨大")) return domain::measure{{}, {}, "huge"};
  if (has("高い")) return domain::measure{{}, {}, "high"};
  if (has("不明")) return domain::measure{{}, {}, "unknown"};
  return std::nullopt;
}

domain::tsunami_outlook outlook_from(std::string_view comment) {
  auto says = [&](std::string_view words) { return comment.find(words) != comment.npos; };
  if (says("津波警報等") || says("津波が発生するおそれ") || says("津波の可能性"))
    return domain::tsunami_outlook::possible;
  if (says("津波の心配はありません")) return domain::tsunami_outlook::none;
  return domain::tsunami_outlook::not_said;
}

} // namespace kotobashi::bulletins

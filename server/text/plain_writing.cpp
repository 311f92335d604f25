#include "server/text/plain_rules.hpp"
#include "server/text/ruby.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace kotobashi::words {

namespace {
constexpr char32_t value_sign = 0xFFFC;

// Units and what is written in small letters everywhere in Japan.
constexpr std::array<std::u32string_view, 6> known_latin = {U"web", U"km", U"cm", U"kg", U"mm", U"ml"};

bool is_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xFF21 && c <= 0xFF3A);
}

std::string without_urls(std::string_view text) {
  std::string out(text);
  for (auto at = out.find("http"); at != out.npos; at = out.find("http", at)) {
    auto end = at;
    while (end < out.size() && out[end] > ' ' && out[end] < 0x7F) ++end;
    out.replace(at, end - at, "URL");
  }
  return out;
}
} // namespace

// 13:00 and 15時, which are 午後 1時 and 午後 3時.
std::optional<std::string> find_long_clock(const plain_sentence& in) {
  auto text = to_code_points(in.close);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t digits = 0;
    while (i + digits < text.size() && is_digit(text[i + digits])) ++digits;
    if (digits == 0) continue;
    auto number = text.substr(i, digits);
    char32_t after = i + digits < text.size() ? text[i + digits] : U' ';
    bool colon =
        (after == U':' || after == U'：') && i + digits + 1 < text.size() && is_digit(text[i + digits + 1]);
    bool lasts = i + digits + 1 < text.size() && text[i + digits + 1] == U'間'; // 24時間
    bool afternoon = after == U'時' && !lasts && digits == 2 && number >= U"13";
    if (afternoon || colon) return to_utf8(number + after);
    i += digits;
  }
  return std::nullopt;
}

// Words in small Latin letters. A capital begins a name or an abbreviation: Wi-Fi, NHK, Safety tips.
std::optional<std::string> find_romaji(const plain_sentence& in) {
  auto text = to_code_points(without_urls(in.surface));
  bool after_name = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    while (i + length < text.size() && is_latin_letter(text[i + length])) ++length;
    if (length == 0) {
      after_name = after_name && (text[i] == U' ' || text[i] == U'-' || text[i] == U'.');
      ++i;
      continue;
    }
    auto word = text.substr(i, length);
    bool small = length > 1 && !is_capital(word.front()) && !after_name;
    if (small && std::ranges::find(known_latin, std::u32string_view(word)) == known_latin.end())
      return to_utf8(word);
    after_name = !small;
    i += length;
  }
  return std::nullopt;
}

std::optional<std::string> find_kanji_without_ruby(const plain_sentence& in) {
  for (const auto& piece : read_ruby(in.marked)) {
    if (!piece.ruby.empty()) continue;
    for (char32_t c : to_code_points(piece.text))
      if (is_kanji(c)) return to_utf8(std::u32string(1, c));
  }
  return std::nullopt;
}

// A particle right before a word in kanji, and を right before anything but a space or a sign.
std::optional<std::string> find_missing_space(const plain_sentence& in) {
  constexpr std::u32string_view particles = U"はがをにでともへのやて";
  auto text = to_code_points(in.marked);
  for (std::size_t i = 1; i < text.size(); ++i) {
    char32_t before = text[i - 1], here = text[i];
    bool word_begins = here == U'｜' || here == value_sign;
    bool glued = here == U'｜' && particles.find(before) != particles.npos;
    bool particle =
        before == U'を' && (word_begins || is_hiragana(here) || is_katakana(here) || is_digit(here));
    if (glued || particle) return to_utf8(text.substr(i < 4 ? 0 : i - 4, 8));
  }
  return std::nullopt;
}

std::optional<std::string> find_other_ending(const plain_sentence& in) {
  constexpr std::array<std::string_view, 12> good = {"です",   "ます",     "ました",   "ません",
                                                     "でした", "ください", "ましょう", "ですか",
                                                     "ますか", "ましたか", "ませんか", "でしょう"};
  bool is_label = in.close.find("：") != in.close.npos;
  if (!in.ends || is_label) return std::nullopt;
  std::string_view text = in.close;
  for (std::string_view sign : {"。", "！", "？", "」", "）", "〉"})
    while (text.ends_with(sign)) text.remove_suffix(sign.size());
  bool value = text.ends_with("\uFFFC");
  if (value || std::ranges::any_of(good, [&](auto each) { return text.ends_with(each); }))
    return std::nullopt;
  auto points = to_code_points(text);
  return to_utf8(points.substr(points.size() < 6 ? 0 : points.size() - 6));
}

} // namespace kotobashi::words

#include "server/text/plain_rules.hpp"
#include "server/text/ruby.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace kotobashi::words {

namespace {
constexpr char32_t value_sign = 0xFFFC;

// Written in Latin letters everywhere in Japan.
constexpr std::array<std::u32string_view, 16> known_latin = {
    U"Wi", U"Fi", U"LINE", U"SNS", U"web171", U"AED", U"ATM", U"NHK",
    U"JR", U"QR", U"SMS",  U"km",  U"cm",     U"kg",  U"CO",  U"SOS"};
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
    bool afternoon = after == U'時' && digits == 2 && number >= U"13";
    if (afternoon || colon) return to_utf8(number + after);
    i += digits;
  }
  return std::nullopt;
}

std::optional<std::string> find_romaji(const plain_sentence& in) {
  for (const auto& token : plain_tokens(in.surface)) {
    bool latin = std::ranges::count_if(token, is_latin_letter) > 1;
    if (latin && std::ranges::find(known_latin, std::u32string_view(token)) == known_latin.end())
      return to_utf8(token);
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

// Hiragana right before a word in kanji, and を right before anything but a space or a sign. お and ご belong
// to the word; a single い- or え-sound between two marks is a compound verb: ｜取《と》り｜消《け》す.
std::optional<std::string> find_missing_space(const plain_sentence& in) {
  constexpr std::u32string_view joins = U"きしちみりいぎびけせめれえげべ";
  auto text = to_code_points(in.marked);
  for (std::size_t i = 1; i < text.size(); ++i) {
    char32_t before = text[i - 1], here = text[i];
    char32_t second = i > 1 ? text[i - 2] : U' ';
    bool word_begins = here == U'｜' || here == value_sign;
    bool honorific = (before == U'お' || before == U'ご') && !is_hiragana(second);
    bool compound = second == U'》' && joins.find(before) != joins.npos;
    bool glued = here == U'｜' && is_hiragana(before) && !honorific && !compound;
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
  if (!in.ends) return std::nullopt;
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

#include "server/text/plain_japanese.hpp"
#include "server/text/ruby.hpp"
#include "server/text/utf8.hpp"

#include <array>

namespace kotobashi::words {

namespace {
bool joins_before(char32_t c) {
  return std::u32string_view(U"ゃゅょぁぃぅぇぉゎャュョァィゥェォヮ").find(c) != std::u32string_view::npos;
}

// れい いち に さん よん ご ろく なな はち きゅう
constexpr std::array<std::size_t, 10> digit_morae = {2, 2, 1, 2, 2, 1, 2, 2, 2, 2};

// せん, ひゃく and じゅう are two morae each and stand alone for one of them. Longer numbers are read digit
// by digit.
std::size_t number_morae(std::u32string_view digits) {
  auto value = [](char32_t c) { return static_cast<std::size_t>(c >= 0xFF10 ? c - 0xFF10 : c - U'0'); };
  std::size_t out = 0;
  bool by_digit = digits.size() > 4 || (digits.size() > 1 && value(digits.front()) == 0);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    std::size_t digit = value(digits[i]);
    bool last = i + 1 == digits.size();
    if (by_digit || digits.size() == 1 || (last && digit != 0)) {
      out += digit_morae.at(digit);
    } else if (!last && digit != 0) {
      out += 2 + (digit == 1 ? 0 : digit_morae.at(digit));
    }
  }
  return out;
}

std::size_t count(std::u32string_view text) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t digits = 0;
    while (i + digits < text.size() && is_digit(text[i + digits])) ++digits;
    if (digits > 0) {
      out += number_morae(text.substr(i, digits));
      i += digits;
      continue;
    }
    char32_t c = text[i++];
    if (is_kanji(c)) {
      out += 2;
    } else if (is_latin_letter(c) || ((is_hiragana(c) || is_katakana(c)) && !joins_before(c))) {
      ++out;
    }
  }
  return out;
}
} // namespace

std::size_t morae(std::string_view text) {
  std::string read;
  for (const auto& piece : read_ruby(text)) read += piece.ruby.empty() ? piece.text : piece.ruby;
  return count(to_code_points(read));
}

} // namespace kotobashi::words

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Plain Japanese (やさしい日本語): what a program can test of it, without a dictionary. The rules follow
// 在留支援のためのやさしい 日本語ガイドライン (Immigration Services Agency and Agency for Cultural Affairs,
// 2020) and what disaster sheets need.
namespace kotobashi::words {

struct plain_finding {
  // morae (more than 30 in a sentence), morae_hint (more than 24), kanji (more than 4 words in kanji in a
  // sentence), ruby, spaces, wording, noun, keigo, passive, causative, double_negative, onomatopoeia,
  // katakana, range, clock, era, romaji, ending.
  std::string rule;
  std::size_t at = 0; // byte in the text: where the sentence begins
  std::string detail;
};

// Checks a text with ruby marks (｜避難所《ひなんじょ》) in which U+FFFC stands for each value. Glosses 〈…〉
// do not count towards morae and kanji. `sentences`: false for titles and terms, which need neither endings
// nor lengths.
std::vector<plain_finding> check_plain_japanese(std::string_view text, bool sentences);

// Morae as read aloud: small ゃゅょァィゥェォ count with the sound before them, っ ん ー count one each.
// Kanji count by their ruby (two where there is none), numbers by their Japanese reading.
std::size_t morae(std::string_view text);

} // namespace kotobashi::words

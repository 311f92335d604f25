#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Plain Japanese (やさしい日本語): what a program can test of it. The rules follow the guidelines of the
// Immigration Services Agency and the Agency for Cultural Affairs
// (在留支援のためのやさしい日本語ガイドライン, 2020) and of disaster sheets.
namespace kotobashi::words {

// A breach of one rule. Rules: morae (more than 30 in a sentence), morae_hint (more than 24), kanji (more
// than 4 words in kanji a sentence), ruby, spaces, wording, noun, keigo, passive, causative, double_negative,
// onomatopoeia, katakana, range, clock, era, romaji, ending.
struct plain_finding {
  std::string rule;
  std::size_t at = 0; // byte in the text
  std::string detail;
};

// Checks a text with ruby marks (｜避難所《ひなんじょ》); {names} of messages are left aside. `sentence`: a
// phrase that must be made of sentences; false for terms and titles, which need no ending and no spaces.
std::vector<plain_finding> check_plain_japanese(std::string_view text, bool sentence);

// Morae as read aloud: small ゃゅょァィゥェォ count with the sound before them, っ ん ー each count one.
// Kanji count by their ruby; digits by their Japanese reading.
std::size_t morae(std::string_view text);

} // namespace kotobashi::words

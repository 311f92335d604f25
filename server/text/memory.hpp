#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Lines of typed texts, and how similar they are: what a translation memory needs. Similarity is 1 − edit
// distance (Levenshtein, in code points) ÷ the longer one's length, over folded lines (search_fold).
namespace kotobashi::words {

// The lines that free_text() makes paragraphs of, clean, without spaces at their ends.
std::vector<std::string> lines_of(std::string_view typed);
// The same as one text.
std::string clean_lines(std::string_view typed);

// Trigrams of a folded line with a mark at each end, each once, as numbers that differ between languages;
// sorted.
std::vector<std::int64_t> grams_of(std::string_view language, std::string_view folded);

// 0 to 100; 0 where it is surely below `at_least`.
int similarity(std::string_view folded, std::string_view other, int at_least);

} // namespace kotobashi::words

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::words {

// One sentence of a plain Japanese text, in the forms in which the rules look at it.
struct plain_sentence {
  std::size_t at = 0;  // byte in the text
  std::string marked;  // as written, with its final 。
  std::string surface; // without ruby marks
  std::string close;   // surface without spaces
  std::string reading; // ruby in place of its base, with spaces
  std::string outside; // as written, without glosses 〈…〉
  bool ends = false;   // with 。！？
};

std::vector<plain_sentence> plain_sentences(std::string_view text);
std::string without_glosses(std::string_view text);

// Words of a sentence's reading, split at spaces and signs.
std::vector<std::u32string> plain_tokens(std::string_view reading);

} // namespace kotobashi::words

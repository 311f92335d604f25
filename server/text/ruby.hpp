#pragma once

#include <string>
#include <string_view>
#include <vector>

// Ruby marks as in Aozora Bunko's text files: ｜避難所《ひなんじょ》.
namespace kotobashi::words {

struct ruby_piece {
  std::string text;
  std::string ruby; // empty: none
  bool operator==(const ruby_piece&) const = default;
};

// Pieces in order. Marks that do not make a whole are text; ruby_mistake() names them.
std::vector<ruby_piece> read_ruby(std::string_view text);
std::string without_ruby(std::string_view text);
bool has_ruby_marks(std::string_view text);
// What is wrong with the marks: one without its other half, an empty base, a reading that is not kana. Empty:
// nothing.
std::string ruby_mistake(std::string_view text);

// Readings for what ICU's Japanese patterns give, where the pattern has no marks of its own: "3月11日(金曜日)
// 午後 2時46分" becomes ｜3月《さんがつ》｜11日《じゅういちにち》…; days and minutes are irregular: 1日
// ついたち, 20日 はつか, 10分 じゅっぷん.
std::vector<ruby_piece> read_clock_ruby(std::string_view formatted);

} // namespace kotobashi::words

#pragma once

#include "server/roster/vocabulary.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::roster {

struct languages_reading {
  std::vector<language_skill> spoken, written;
  std::vector<std::string> unknown; // parts that name no known language, as they stand
  std::vector<std::string> unsure; // parts whose language is known and whose remark is not: 英語（TOEIC 900）
};

// A cell such as "ロシア語（中級）、クメール語:母語", "English (native) / 中国語（簡体字）（上級）",
// "ベトナム語 日常会話". The same language twice counts once, at its higher level.
languages_reading read_languages(std::string_view cell, const vocabulary& words);

// Cells that read_languages gives back as they were, in a column of spoken and in one of written languages.
std::string write_spoken(const std::vector<language_skill>& skills, const vocabulary& words);
std::string write_written(const std::vector<language_skill>& skills, const vocabulary& words);

// Parts of a cell: separated by 、,;/| or a line break, outside of brackets.
std::vector<std::string> parts_of(std::string_view cell);

} // namespace kotobashi::roster

#pragma once

#include "server/text/plain_sentence.hpp"

#include <optional>
#include <string>

// Rules on the words of one sentence. Each gives what is wrong, or nothing.
namespace kotobashi::words {

using plain_rule = std::optional<std::string> (*)(const plain_sentence&);

std::optional<std::string> find_vague_wording(const plain_sentence& in);
std::optional<std::string> find_noun_for_verb(const plain_sentence& in);
std::optional<std::string> find_keigo(const plain_sentence& in);
std::optional<std::string> find_passive(const plain_sentence& in);
std::optional<std::string> find_causative(const plain_sentence& in);
std::optional<std::string> find_double_negative(const plain_sentence& in);
std::optional<std::string> find_onomatopoeia(const plain_sentence& in);
std::optional<std::string> find_hard_katakana(const plain_sentence& in);
std::optional<std::string> find_range_sign(const plain_sentence& in);
std::optional<std::string> find_long_clock(const plain_sentence& in);
std::optional<std::string> find_era(const plain_sentence& in);
std::optional<std::string> find_romaji(const plain_sentence& in);
std::optional<std::string> find_kanji_without_ruby(const plain_sentence& in);
std::optional<std::string> find_missing_space(const plain_sentence& in);
std::optional<std::string> find_other_ending(const plain_sentence& in);

} // namespace kotobashi::words

#pragma once

#include "server/model/json.hpp"

#include <string>
#include <string_view>

// The words of the command line's output. Keys are the names of enumerators and columns; English is the key
// with spaces.
namespace kotobashi::cli {

enum class tongue { en, ja };

// "ja", "ja_JP.UTF-8" and the like are Japanese, everything else is English.
tongue tongue_of(std::string_view lang);

std::string word(tongue in, std::string_view key);
template <json::described_enum E>
std::string word(tongue in, E value) {
  return word(in, json::name_of(value));
}

} // namespace kotobashi::cli

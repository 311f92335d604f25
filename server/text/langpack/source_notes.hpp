#pragma once

#include "server/text/pack.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kotobashi::langpack {

// What the source says about a text for those who translate it.
struct source_note {
  std::string description;
  std::vector<std::string> terms; // keys that the translation has to use
};
using text_key = std::pair<words::section, std::string>;
using source_notes = std::map<text_key, source_note>;

inline constexpr words::section sections[] = {words::section::phrases, words::section::terms,
                                              words::section::pages};
// "phrases", "terms", "pages".
std::string_view name_of(words::section of);

// Texts that have neither are left out.
source_notes read_source_notes(const words::pack& source);

// "nankai.ended", and "phrases/nankai.ended" where several sections have that key.
std::string full_key(const words::pack& source, words::section where, const std::string& key);
// The texts that a key, with or without its section, may mean.
std::vector<text_key> texts_named(const words::pack& source, std::string_view full_key);

} // namespace kotobashi::langpack

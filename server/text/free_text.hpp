#pragma once

#include "server/text/runs.hpp"

#include <string>
#include <string_view>
#include <vector>

// What people typed, made fit to be shown.
namespace kotobashi::words {

// Without control characters (newline and tab become a space), without embeddings, overrides, isolates and
// marks of direction, at most 8 combining marks on one character, invalid UTF-8 as U+FFFD.
std::string sanitise(std::string_view typed);

// The direction that the first strong letter says; left-to-right where there is none.
direction direction_of(std::string_view text);

// One isolated run. The direction comes from the text.
run typed_run(std::string_view typed, std::string_view language, std::string_view parameter);

// A text of several lines: each line a paragraph of one isolated run with the parameter "text"; empty lines
// are dropped.
std::vector<paragraph> free_text(std::string_view typed, std::string_view language);

} // namespace kotobashi::words

#pragma once

#include "server/text/pack.hpp"
#include "server/text/problem.hpp"

#include <string_view>
#include <vector>

namespace kotobashi::words {

// What is wrong in a pack that could be read and is bound to its source: texts that cannot be used
// (entry::is_broken() afterwards; where the source's own is broken, that one alone), and files that it lacks
// though it has others; with pack.toml alone it is planned, and nothing is wrong. ICU reads only texts that
// are not plainly right: a start stays quick.
void check_pack(const pack& in, const pack& source, std::vector<problem>& found);

// Right without a look by ICU: nothing in braces but names that stand in the source's braces, no quotes, no
// character that may not be there. False says nothing.
bool is_plainly_right(std::string_view text, std::string_view source);

} // namespace kotobashi::words

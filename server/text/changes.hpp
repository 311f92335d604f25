#pragma once

#include "server/text/runs.hpp"

#include <span>
#include <string_view>
#include <vector>

// What a correction changed, for readers who know the text before it.
namespace kotobashi::words {

// `after` with `changed` on what `before` does not have. A paragraph that stands in both, in any order, is
// left alone. Of one that is like an earlier one the new words are marked (ICU's word boundaries; a value is
// one word); it is marked as a whole where less than half stayed, or where words were only taken away. Any
// thread.
std::vector<paragraph> mark_changes(std::span<const paragraph> before, std::span<const paragraph> after,
                                    std::string_view language);
paragraph mark_changes(const paragraph& before, const paragraph& after, std::string_view language);

bool has_changes(std::span<const run> of);

} // namespace kotobashi::words

#pragma once

#include "server/text/library.hpp"
#include "tests/bench/icu_loop.hpp"

#include <map>
#include <string>
#include <vector>

namespace kotobashi::bench {

// For the peer in Node (peer/text.mjs): {facts, languages: [{locale, rtl, list, qualified, terms, lines:
// [{message, text}]}]}, `text` as we write it. `phrases` by language; `texts` by language, one line a phrase.
void write_messages(const std::string& file, const words::library& from, const earthquake& facts,
                    const std::string& time_zone,
                    const std::map<std::string, std::vector<std::string>>& phrases,
                    const std::map<std::string, std::vector<std::string>>& texts);

} // namespace kotobashi::bench

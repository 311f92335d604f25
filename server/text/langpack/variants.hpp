#pragma once

#include "server/text/message.hpp"

#include <string>
#include <vector>

namespace kotobashi::langpack {

// What a message says: its words with U+FFFC for each value, once for every branch of plural and select
// (several of them in one message are walked side by side, not multiplied). Ruby marks stand as they were
// written.
std::vector<std::string> variants(const words::message& of);

} // namespace kotobashi::langpack

#pragma once

#include "server/text/library.hpp"
#include "server/text/message.hpp"
#include "server/text/pack.hpp"

#include <string_view>

namespace kotobashi::words {

// A text of the interface with its values. Throws std::logic_error where one is missing.
page_text write_page(const pack& in, const message& text, std::string_view key,
                     const page_arguments& arguments);

} // namespace kotobashi::words

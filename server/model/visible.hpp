#pragma once

#include <cstddef>
#include <string_view>

namespace kotobashi {

// Is there anything in it that a reader would see? Blanks of every kind, zero-width and other invisible
// characters (Unicode 15: White_Space, Default_Ignorable_Code_Point, the braille blank) are nothing.
// `text` is well-formed UTF-8.
bool shows_something(std::string_view text);

// At most so many bytes from the front, without half a character at their end: for quoting what is wrong.
std::string_view beginning(std::string_view text, std::size_t bytes);

} // namespace kotobashi

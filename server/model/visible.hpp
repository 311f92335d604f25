#pragma once

#include <string_view>

namespace kotobashi {

// Is there anything in it that a reader would see? Blanks of every kind, zero-width and other invisible
// characters (Unicode 15: White_Space, Default_Ignorable_Code_Point, the braille blank) are nothing.
// `text` is well-formed UTF-8.
bool shows_something(std::string_view text);

} // namespace kotobashi

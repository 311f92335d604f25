#pragma once

#include <string>
#include <string_view>

// A cell that begins like a formula is run by the next program that opens the file. Here it is text and stays
// text.
namespace kotobashi::roster {

// Would a spreadsheet take this for a formula? Numbers such as "-5" and telephone numbers such as "+81 90"
// are left alone.
bool looks_like_formula(std::string_view cell);

// For writing: an apostrophe in front of everything that a spreadsheet could take for more than text ("=",
// "+", "-", "@" in full and half width, tab, carriage return); and what `exposed` takes off again when the
// file is read.
std::string guarded(std::string_view cell);
std::string_view exposed(std::string_view cell);

} // namespace kotobashi::roster

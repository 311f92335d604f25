#pragma once

#include <string>
#include <string_view>

namespace kotobashi::langpack {

// Text for the content of an element of XML or HTML, and for quoted attributes. What XML cannot hold
// (U+0001, U+FFFE) becomes U+FFFD.
std::string escape_xml(std::string_view text);
// The same for <source> and <target> of XLIFF, where <cp hex="0001"/> keeps such a character.
std::string escape_xliff(std::string_view text);

} // namespace kotobashi::langpack

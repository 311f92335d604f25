#include "server/text/langpack/xml_writing.hpp"

#include "server/text/utf8.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace kotobashi::langpack {

namespace {
// Char of XML 1.0.
bool fits(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

template <class Otherwise>
std::string escape(std::string_view text, Otherwise otherwise) {
  std::string out;
  while (!text.empty()) {
    char32_t c = words::take_code_point(text);
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\r': out += "&#13;"; break; // else a reader makes a newline of it
    default: fits(c) ? words::append(out, c) : otherwise(out, c);
    }
  }
  return out;
}
} // namespace

std::string escape_xml(std::string_view text) {
  return escape(text, [](std::string& to, char32_t) { to += "\uFFFD"; });
}

std::string escape_xliff(std::string_view text) {
  return escape(text, [](std::string& to, char32_t c) {
    to += fmt::format("<cp hex=\"{:04X}\"/>", static_cast<std::uint32_t>(c));
  });
}

} // namespace kotobashi::langpack

#include "server/text/free_text.hpp"

#include "server/text/utf8.hpp"

#include <unicode/uchar.h>

namespace kotobashi::words {

namespace {
UChar32 as_icu(char32_t c) {
  return static_cast<UChar32>(c);
}

// Embeddings, overrides, isolates and marks (UAX #9, table 4), which would reach out of the text.
bool steers_direction(char32_t c) {
  return u_hasBinaryProperty(as_icu(c), UCHAR_BIDI_CONTROL) != 0;
}

bool is_control(char32_t c) {
  auto category = u_charType(as_icu(c));
  return category == U_CONTROL_CHAR || category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR;
}
bool ends_line(char32_t c) {
  return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool combines(char32_t c) {
  auto category = u_charType(as_icu(c));
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
}

constexpr int most_marks = 8;
} // namespace

std::string sanitise(std::string_view typed) {
  std::string out;
  out.reserve(typed.size());
  int marks = 0;
  while (!typed.empty()) {
    char32_t c = take_code_point(typed);
    if (ends_line(c))
      c = ' ';
    else if (is_control(c) || steers_direction(c) ||
             u_hasBinaryProperty(as_icu(c), UCHAR_NONCHARACTER_CODE_POINT))
      continue;
    marks = combines(c) ? marks + 1 : 0;
    if (marks <= most_marks) append(out, c);
  }
  return out;
}

direction direction_of(std::string_view text) {
  while (!text.empty()) {
    switch (u_charDirection(as_icu(take_code_point(text)))) {
    case U_LEFT_TO_RIGHT: return direction::ltr;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC: return direction::rtl;
    default: break;
    }
  }
  return direction::ltr;
}

run typed_run(std::string_view typed, std::string_view language, std::string_view parameter) {
  std::string text = sanitise(typed);
  auto direction = direction_of(text);
  return {std::move(text), std::string(language), direction, {}, std::string(parameter)};
}

std::vector<paragraph> free_text(std::string_view typed, std::string_view language) {
  std::vector<paragraph> out;
  while (!typed.empty()) {
    auto end = typed.find_first_of("\r\n");
    run line = typed_run(typed.substr(0, end), language, "text");
    if (line.text.find_first_not_of(' ') != line.text.npos) out.push_back({std::move(line)});
    if (end == typed.npos) break;
    typed.remove_prefix(end + 1);
  }
  return out;
}

} // namespace kotobashi::words

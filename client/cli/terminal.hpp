#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::cli {

// Columns that a text takes on a terminal: East Asian wide characters (Unicode's UAX #11, W and F) take two,
// combining ones none.
std::size_t width(std::string_view utf8);

// Rows in columns that stand under each other; the last column is not padded. `head` may be empty.
std::string aligned(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows);

// Takes out what would move a terminal's cursor or colour, or turn the line around: texts come from
// residents.
std::string printable(std::string_view text);
// The same for a text of several lines.
std::string printable_lines(std::string_view text);

// A QR code of half blocks with its quiet zone, dark on light whatever the terminal's colours. Empty where
// the text is too long.
std::string qr_code(const std::string& text);

bool is_terminal(); // standard input and output are a person's
// Asks on the terminal; nothing at the end of input. `hidden` does not echo.
std::optional<std::string> ask_person(const std::string& question, bool hidden = false);

} // namespace kotobashi::cli

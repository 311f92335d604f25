#pragma once

#include "server/model/instant.hpp"
#include "server/model/result.hpp"
#include "server/model/volunteer.hpp"
#include "server/roster/vocabulary.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The volunteers' roster as a file: read as an office's Excel saves it, and written so that it reads back.
namespace kotobashi::roster {

// `volunteers` and `outcome.accepted` are what could be stored; nothing is stored here, so that the caller
// can take all of it in one transaction or, on a dry run, none.
struct roster_reading {
  std::vector<volunteer_fields> volunteers;
  import_outcome outcome;
};

// A row with anything wrong is left out whole and named by line and header, every wrong field of it (codes:
// required, format, range, unknown, too_long, short_row, long_row, duplicate). A person who is in the file
// already, or among `existing`, is a duplicate: by number, by name or kana with the date of birth, by name
// with the telephone number. Warnings (formula, kept_in_note, leading_zero, era, no_language, same_name,
// unknown_column, skipped_line, private_character) name what was taken and should be looked at. `today`:
// nobody is born after it. Refused as a whole: what is no text in any charset, has no row of headers with a
// name among them, has a quote that is never closed, or is too large.
result<roster_reading> read_roster(std::string_view file, const vocabulary& words,
                                   std::span<const volunteer> existing, instant today);

// UTF-8 with a byte order mark (Excel takes it for something else without) and CRLF; cells that a spreadsheet
// would run are made text.
std::string write_roster(std::span<const volunteer> volunteers, const vocabulary& words);

} // namespace kotobashi::roster

#pragma once

#include "server/model/result.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Comma separated values by RFC 4180 and as Excel writes and reads them.
namespace kotobashi::roster {

struct csv_row {
  int line = 0; // on which it begins, from 1
  std::vector<std::string> fields;
};

struct csv_limits {
  std::size_t rows = 20'000;
  std::size_t fields = 200; // in a row
};

// Rows end with CRLF, LF or CR; fields are separated by comma, tab or semicolon, whichever the first row has
// most of (Excel's line "sep=;" decides where it is there). Line breaks within quotes belong to the field and
// become LF; a quote in the middle of a field is a character like another. Empty lines are rows of one empty
// field. Refused: a quote that is never closed, since everything after it would be lost in one field; more
// than the limits.
result<std::vector<csv_row>> read_csv(std::string_view utf8, const csv_limits& limits = {});

// One row, with CRLF. Quoted where it must be.
std::string write_csv(std::span<const std::string> fields);

} // namespace kotobashi::roster

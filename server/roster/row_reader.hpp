#pragma once

#include "server/roster/csv.hpp"
#include "server/roster/roster.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kotobashi::roster {

// The row of headers: what each column of the file holds.
struct header_row {
  std::vector<std::string> labels;             // as they stand
  std::vector<std::optional<column>> meanings; // nothing: not known, or a second one of its kind
  const std::string& label(column of) const;   // empty where the file has no such column
};

// One row as a volunteer. What is wrong with it goes to `rejected`, what should be looked at to `warnings`;
// nothing comes back where anything was wrong.
std::optional<volunteer_fields> read_row(const csv_row& row, const header_row& headers,
                                         const vocabulary& words, instant today, import_outcome& report);

bool is_blank(const csv_row& row);

} // namespace kotobashi::roster

#pragma once

#include "server/model/enums.hpp"
#include "server/text/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// ARB files (Application Resource Bundle: JSON with ICU messages; "@key" describes "key"). Of "@key" these
// members are read: x-status, x-source-hash, and in the source description, placeholders, x-terms.
namespace kotobashi::words {

struct arb_entry {
  std::string key, text;
  text_status status = text_status::drafted; // drafted or checked
  std::optional<std::uint64_t> source_hash;
  std::string description;
  std::vector<std::pair<std::string, std::string>> placeholders; // name, type
  std::vector<std::string> terms;
};

struct arb_file {
  std::string locale;             // "@@locale"
  std::vector<arb_entry> entries; // in the order of the file
};

// Nothing, and one problem, where it is not JSON with an object of texts: with the last key before the place.
// An entry that is not right is left out, with a problem.
std::optional<arb_file> read_arb(const std::string& file, std::string_view bytes,
                                 std::vector<problem>& found);

// The line in which the key stands as a member's name; 0 where it does not. For reports: it reads from the
// start.
std::size_t line_of(std::string_view bytes, std::string_view key);

} // namespace kotobashi::words

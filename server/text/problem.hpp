#pragma once

#include <cstddef>
#include <string>

namespace kotobashi::words {

// What is wrong with a file of templates/ or langpacks/, and where.
struct problem {
  std::string file;     // as found: the given directory, then the path inside of it
  std::string key;      // phrase, term, parameter or member; empty: the whole file
  std::size_t line = 0; // from 1; 0: not a matter of one line
  std::string what;
  bool operator==(const problem&) const = default;
};

// One line: "langpacks/vi/phrases.arb:12: earthquake.occurred: …".
std::string to_string(const problem& found);

} // namespace kotobashi::words

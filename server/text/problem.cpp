#include "server/text/problem.hpp"

namespace kotobashi::words {

std::string to_string(const problem& found) {
  std::string out = found.file;
  if (found.line != 0) out += ':' + std::to_string(found.line);
  out += ": ";
  if (!found.key.empty()) out += found.key + ": ";
  return out + found.what;
}

} // namespace kotobashi::words

#pragma once

#include "server/model/result.hpp"

#include <cstddef>
#include <string_view>

// What is looked at before any XML parser sees a file from outside.
namespace kotobashi::bulletins {

struct xml_limits {
  std::size_t bytes = std::size_t{4} * 1024 * 1024; // JMA's largest so far: 0.4 MB
  std::size_t depth = 32;                           // of elements; JMA's: 9
  std::size_t elements = 200'000;
};

// The file without its byte order mark, when it is UTF-8 with no DOCTYPE (so no entities and nothing fetched)
// and within the limits. Well-formedness is left to the parser.
result<std::string_view> guard_xml(std::string_view file, const xml_limits& limits = {});

} // namespace kotobashi::bulletins

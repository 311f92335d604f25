#pragma once

#include <array>
#include <string_view>

namespace kotobashi::store {

// SHA-256 as 64 lower-case hexadecimal digits.
using hex_digest = std::array<char, 64>;
hex_digest sha256(std::string_view of);
inline std::string_view view(const hex_digest& of) {
  return {of.data(), of.size()};
}

} // namespace kotobashi::store

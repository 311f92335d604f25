#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// What every target does: its bytes as text, and a property that must hold for all of them.
namespace kotobashi::fuzz {

inline std::string_view text(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

inline void must_hold(bool property) {
  if (!property) std::abort();
}

} // namespace kotobashi::fuzz

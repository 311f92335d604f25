#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kotobashi::words {

// The first 8 bytes of SHA-256 over the text's bytes, big-endian: the number whose 16 hex digits stand in
// x-source-hash.
std::uint64_t text_hash(std::string_view text);
std::string to_hex(std::uint64_t hash);

} // namespace kotobashi::words

#include "server/text/hash.hpp"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <array>

namespace kotobashi::words {

std::uint64_t text_hash(std::string_view text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  std::uint64_t front = 0;
  for (std::size_t i = 0; i < 8; ++i) front = front << 8 | digest[i];
  return front;
}

std::string to_hex(std::uint64_t hash) {
  return fmt::format("{:016x}", hash);
}

} // namespace kotobashi::words

#include "server/store/engine/digest.hpp"

#include <openssl/sha.h>

namespace kotobashi::store {

hex_digest sha256(std::string_view of) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> raw{};
  SHA256(reinterpret_cast<const unsigned char*>(of.data()), of.size(), raw.data());
  hex_digest out{};
  for (std::size_t i = 0; i < raw.size(); ++i) {
    out[2 * i] = "0123456789abcdef"[raw[i] >> 4];
    out[2 * i + 1] = "0123456789abcdef"[raw[i] & 0xF];
  }
  return out;
}

} // namespace kotobashi::store

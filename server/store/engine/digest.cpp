#include "server/store/engine/digest.hpp"

#include <openssl/evp.h>

#include <memory>
#include <new>

namespace kotobashi::store {

namespace {
// OpenSSL's own SHA256() looks the method up again at each call, which costs more than hashing a short text.
const EVP_MD* method() {
  static const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> fetched(EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                  EVP_MD_free);
  if (!fetched) throw std::bad_alloc();
  return fetched.get();
}

EVP_MD_CTX* context() {
  thread_local const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> own(EVP_MD_CTX_new(),
                                                                            EVP_MD_CTX_free);
  if (!own) throw std::bad_alloc();
  return own.get();
}
} // namespace

hex_digest sha256(std::string_view of) {
  hex_digest out{};
  std::array<unsigned char, out.size() / 2> raw{};
  auto* use = context();
  if (EVP_DigestInit_ex2(use, method(), nullptr) != 1 || EVP_DigestUpdate(use, of.data(), of.size()) != 1 ||
      EVP_DigestFinal_ex(use, raw.data(), nullptr) != 1)
    throw std::bad_alloc();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    out[2 * i] = "0123456789abcdef"[raw[i] >> 4];
    out[2 * i + 1] = "0123456789abcdef"[raw[i] & 0xF];
  }
  return out;
}

} // namespace kotobashi::store

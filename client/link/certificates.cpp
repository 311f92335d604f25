#include "client/link/certificates.hpp"

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <memory>

namespace kotobashi::link {

namespace {
template <auto Free>
struct freeing {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
using certificate_ptr = std::unique_ptr<X509, freeing<X509_free>>;
using store_ptr = std::unique_ptr<X509_STORE, freeing<X509_STORE_free>>;
using store_context_ptr = std::unique_ptr<X509_STORE_CTX, freeing<X509_STORE_CTX_free>>;

// Does a chain lead from `leaf` to `anchor`? The key that is pinned is the anchor, whatever signed that.
// Dates do not count: clocks of borrowed laptops are wrong.
bool leads_to(X509* leaf, STACK_OF(X509) * chain, X509* anchor) {
  store_ptr store(X509_STORE_new());
  store_context_ptr context(X509_STORE_CTX_new());
  if (!store || !context || X509_STORE_add_cert(store.get(), anchor) != 1) return false;
  X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
  if (X509_STORE_CTX_init(context.get(), store.get(), leaf, chain) != 1) return false;
  return X509_verify_cert(context.get()) == 1;
}

// The certificate after the server's own whose key is the wanted one, or the last that signed it.
template <class Fits>
X509* find_anchor(const SSL* tls, X509* leaf, Fits fits) {
  STACK_OF(X509)* chain = SSL_get_peer_cert_chain(tls);
  for (int i = sk_X509_num(chain) - 1; i > 0; --i) {
    X509* each = sk_X509_value(chain, i);
    if (fits(each) && leads_to(leaf, chain, each)) return each;
  }
  return nullptr;
}
} // namespace

pin pin_of(X509* certificate) {
  pin out;
  unsigned char* der = nullptr;
  int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
  if (size > 0)
    EVP_Digest(der, static_cast<std::size_t>(size), out.digest.data(), nullptr, EVP_sha256(), nullptr);
  OPENSSL_free(der);
  return out;
}

std::optional<pin> pin_to_keep(const SSL* tls) {
  certificate_ptr leaf(SSL_get1_peer_certificate(tls));
  if (!leaf) return std::nullopt;
  X509* anchor = find_anchor(tls, leaf.get(), [](X509*) { return true; });
  return pin_of(anchor ? anchor : leaf.get());
}

bool satisfies(const SSL* tls, const pin& wanted) {
  certificate_ptr leaf(SSL_get1_peer_certificate(tls));
  if (!leaf) return false;
  if (pin_of(leaf.get()) == wanted) return true;
  return find_anchor(tls, leaf.get(), [&](X509* each) { return pin_of(each) == wanted; }) != nullptr;
}

} // namespace kotobashi::link

#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <vector>

namespace kotobashi::test {

struct openssl_free {
  void operator()(X509* one) const { X509_free(one); }
  void operator()(EVP_PKEY* one) const { EVP_PKEY_free(one); }
  void operator()(SSL_CTX* one) const { SSL_CTX_free(one); }
  void operator()(SSL* one) const { SSL_free(one); }
};
template <class T>
using held = std::unique_ptr<T, openssl_free>;

// A certificate with its key.
struct identity {
  held<EVP_PKEY> key;
  held<X509> certificate;
};
// Signed by `issuer`, or by itself without one; valid from now for so many days (negative: it has ended).
identity make_identity(const std::string& name, const identity* issuer, bool is_ca, int days = 30);

// The client's end of a handshake with a server that shows these certificates, the first being its own.
// Nothing travels.
class handshake {
public:
  handshake(const identity& server, const std::vector<const identity*>& chain);
  const SSL* client() const { return client_.get(); }

private:
  held<SSL_CTX> server_context_, client_context_;
  held<SSL> server_, client_;
};

} // namespace kotobashi::test

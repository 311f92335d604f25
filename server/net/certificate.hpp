#pragma once

#include "server/model/instant.hpp"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

// X.509 as far as a center's own CA needs it (RFC 5280).
namespace kotobashi::net {

struct x509_deleter {
  void operator()(X509* one) const { X509_free(one); }
  void operator()(EVP_PKEY* one) const { EVP_PKEY_free(one); }
};
using certificate = std::unique_ptr<X509, x509_deleter>;
using private_key = std::unique_ptr<EVP_PKEY, x509_deleter>;

// A name by which a server is reached: a DNS name or an address, as people write it.
struct server_names {
  std::vector<std::string> dns{};
  std::vector<std::string> addresses{};
  bool operator==(const server_names&) const = default;
};

private_key new_p256_key();

// A CA that can sign servers only, and only those under `dns` (a name and everything below it) and in
// `networks`
// ("192.168.0.0/255.255.0.0"). Signed by itself.
certificate new_ca(EVP_PKEY& key, std::string_view common_name, const std::vector<std::string>& dns,
                   const std::vector<std::string>& networks, instant from, instant until);
certificate new_leaf(EVP_PKEY& key, const X509& ca, EVP_PKEY& ca_key, const server_names& names, instant from,
                     instant until);

std::string to_pem(X509& from);
std::string to_pem(EVP_PKEY& from);
// Null where that is none.
certificate certificate_from_pem(const std::string& pem);
private_key key_from_pem(const std::string& pem);

instant valid_until(const X509& of);
server_names names_in(const X509& of);
// Does the key belong to the certificate?
bool belongs(const X509& to, EVP_PKEY& key);
// Was it signed by that CA?
bool signed_by(X509& one, const X509& ca);

// SHA-256 of the certificate, "AB:CD:…".
std::string fingerprint(const X509& of);
// SHA-256 of its public key (SubjectPublicKeyInfo, RFC 7469), "sha256/BASE64".
std::string pin(const X509& of);

} // namespace kotobashi::net

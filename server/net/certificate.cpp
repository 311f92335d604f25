#include "server/net/certificate.hpp"

#include "server/net/tls.hpp"

#include <fmt/format.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <array>
#include <ctime>
#include <iterator>
#include <stdexcept>

namespace kotobashi::net {

namespace {

void check(bool fine) {
  if (!fine) throw std::runtime_error("certificate: " + last_tls_error());
}

struct deleter {
  void operator()(BIO* one) const { BIO_free(one); }
  void operator()(BIGNUM* one) const { BN_free(one); }
  void operator()(X509_EXTENSION* one) const { X509_EXTENSION_free(one); }
  void operator()(GENERAL_NAMES* one) const { GENERAL_NAMES_free(one); }
};
template <class T>
using owned = std::unique_ptr<T, deleter>;

void set_time(ASN1_TIME* to, instant at) {
  // An ASN1_TIME has no fractions.
  check(ASN1_TIME_set(to, static_cast<std::time_t>(at.us / 1'000'000)) != nullptr);
}

void set_serial(X509& to) {
  std::array<unsigned char, 16> bytes{};
  check(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
  bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40); // positive, and always as long
  const owned<BIGNUM> number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
  check(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&to)) != nullptr);
}

void extend(X509& to, const X509& issuer, int kind, const std::string& text) {
  X509V3_CTX context{};
  X509V3_set_ctx(&context, const_cast<X509*>(&issuer), &to, nullptr, nullptr, 0);
  const owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, text.c_str()));
  check(extension && X509_add_ext(&to, extension.get(), -1) == 1);
}

certificate begin(EVP_PKEY& key, std::string_view common_name, instant from, instant until) {
  certificate made(X509_new());
  check(made && X509_set_version(made.get(), X509_VERSION_3) == 1 && X509_set_pubkey(made.get(), &key) == 1);
  set_serial(*made);
  set_time(X509_getm_notBefore(made.get()), from);
  set_time(X509_getm_notAfter(made.get()), until);
  const auto* text = reinterpret_cast<const unsigned char*>(common_name.data());
  check(X509_NAME_add_entry_by_NID(X509_get_subject_name(made.get()), NID_commonName, MBSTRING_UTF8, text,
                                   static_cast<int>(common_name.size()), -1, 0) == 1);
  return made;
}

std::string joined(std::string_view prefix, const std::vector<std::string>& each, std::string so_far) {
  for (const std::string& one : each) so_far.append(so_far.empty() ? "" : ",").append(prefix).append(one);
  return so_far;
}

template <class Write>
std::string pem_of(Write write) {
  const owned<BIO> to(BIO_new(BIO_s_mem()));
  check(to && write(to.get()) == 1);
  char* bytes = nullptr;
  const long length = BIO_get_mem_data(to.get(), &bytes);
  return {bytes, static_cast<std::size_t>(length)};
}

std::string address_text(const ASN1_OCTET_STRING& from) {
  char text[INET6_ADDRSTRLEN] = {};
  const int family = from.length == 4 ? AF_INET : AF_INET6;
  if (from.length != 4 && from.length != 16) return {};
  return inet_ntop(family, from.data, text, sizeof text) ? text : "";
}

} // namespace

private_key new_p256_key() {
  private_key made(EVP_EC_gen("P-256"));
  check(made != nullptr);
  return made;
}

certificate new_ca(EVP_PKEY& key, std::string_view common_name, const std::vector<std::string>& dns,
                   const std::vector<std::string>& networks, instant from, instant until) {
  certificate made = begin(key, common_name, from, until);
  check(X509_set_issuer_name(made.get(), X509_get_subject_name(made.get())) == 1);
  extend(*made, *made, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  extend(*made, *made, NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(*made, *made, NID_name_constraints,
         joined("permitted;IP:", networks, joined("permitted;DNS:", dns, "critical")));
  extend(*made, *made, NID_subject_key_identifier, "hash");
  check(X509_sign(made.get(), &key, EVP_sha256()) > 0);
  return made;
}

certificate new_leaf(EVP_PKEY& key, const X509& ca, EVP_PKEY& ca_key, const server_names& names, instant from,
                     instant until) {
  certificate made = begin(key, "Kotobashi server", from, until); // no name of a host: those are below
  check(X509_set_issuer_name(made.get(), X509_get_subject_name(&ca)) == 1);
  extend(*made, ca, NID_basic_constraints, "critical,CA:FALSE");
  extend(*made, ca, NID_key_usage, "critical,digitalSignature");
  extend(*made, ca, NID_ext_key_usage, "serverAuth");
  extend(*made, ca, NID_subject_alt_name, joined("IP:", names.addresses, joined("DNS:", names.dns, {})));
  extend(*made, ca, NID_subject_key_identifier, "hash");
  extend(*made, ca, NID_authority_key_identifier, "keyid:always");
  check(X509_sign(made.get(), &ca_key, EVP_sha256()) > 0);
  return made;
}

std::string to_pem(X509& from) {
  return pem_of([&](BIO* to) { return PEM_write_bio_X509(to, &from); });
}

std::string to_pem(EVP_PKEY& from) {
  return pem_of([&](BIO* to) {
    return PEM_write_bio_PKCS8PrivateKey(to, &from, nullptr, nullptr, 0, nullptr, nullptr);
  });
}

certificate certificate_from_pem(const std::string& pem) {
  const owned<BIO> from(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return certificate(PEM_read_bio_X509(from.get(), nullptr, nullptr, nullptr));
}

private_key key_from_pem(const std::string& pem) {
  const owned<BIO> from(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return private_key(PEM_read_bio_PrivateKey(from.get(), nullptr, nullptr, nullptr));
}

instant valid_until(const X509& of) {
  std::tm parts{};
  check(ASN1_TIME_to_tm(X509_get0_notAfter(&of), &parts) == 1);
  return {static_cast<std::int64_t>(timegm(&parts)) * 1'000'000};
}

server_names names_in(const X509& of) {
  server_names out;
  const owned<GENERAL_NAMES> names(
      static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(&of, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
    const GENERAL_NAME* each = sk_GENERAL_NAME_value(names.get(), i);
    if (each->type == GEN_DNS)
      out.dns.emplace_back(reinterpret_cast<const char*>(ASN1_STRING_get0_data(each->d.dNSName)),
                           static_cast<std::size_t>(ASN1_STRING_length(each->d.dNSName)));
    if (each->type == GEN_IPADD) out.addresses.push_back(address_text(*each->d.iPAddress));
  }
  return out;
}

bool belongs(const X509& to, EVP_PKEY& key) {
  return X509_check_private_key(&to, &key) == 1;
}

bool signed_by(X509& one, const X509& ca) {
  return X509_verify(&one, X509_get0_pubkey(&ca)) == 1;
}

std::string fingerprint(const X509& of) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  check(X509_digest(&of, EVP_sha256(), digest.data(), &length) == 1);
  std::string out;
  for (unsigned i = 0; i < length; ++i)
    fmt::format_to(std::back_inserter(out), "{}{:02X}", i ? ":" : "", digest[i]);
  return out;
}

std::string pin(const X509& of) {
  unsigned char* der = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(&of), &der);
  check(size > 0);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  const int done =
      EVP_Digest(der, static_cast<std::size_t>(size), digest.data(), &length, EVP_sha256(), nullptr);
  OPENSSL_free(der);
  check(done == 1);
  std::array<unsigned char, 64> base64{};
  EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(length));
  return std::string("sha256/") + reinterpret_cast<const char*>(base64.data());
}

} // namespace kotobashi::net

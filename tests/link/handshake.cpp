#include "tests/link/handshake.hpp"

#include <openssl/evp.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace kotobashi::test {

namespace {
void add_extension(X509* to, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, to, nullptr, nullptr, 0);
  X509_EXTENSION* one = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  if (!one) throw std::runtime_error("cannot make an extension");
  X509_add_ext(to, one, -1);
  X509_EXTENSION_free(one);
}
} // namespace

identity make_identity(const std::string& name, const identity* issuer, bool is_ca, int days) {
  identity out;
  out.key.reset(EVP_EC_gen("P-256"));
  out.certificate.reset(X509_new());
  X509* made = out.certificate.get();
  static long serial = 0;
  X509_set_version(made, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made), ++serial);
  constexpr long day = 24 * 60 * 60;
  X509_gmtime_adj(X509_getm_notBefore(made), -100 * day);
  X509_gmtime_adj(X509_getm_notAfter(made), days * day);
  X509_set_pubkey(made, out.key.get());
  X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509* signer = issuer ? issuer->certificate.get() : made;
  X509_set_issuer_name(made, X509_get_subject_name(signer));
  add_extension(made, signer, NID_basic_constraints, is_ca ? "critical,CA:TRUE" : "critical,CA:FALSE");
  if (X509_sign(made, (issuer ? issuer->key : out.key).get(), EVP_sha256()) == 0)
    throw std::runtime_error("cannot sign a certificate");
  return out;
}

handshake::handshake(const identity& server, const std::vector<const identity*>& chain)
    : server_context_(SSL_CTX_new(TLS_server_method())), client_context_(SSL_CTX_new(TLS_client_method())) {
  SSL_CTX_use_certificate(server_context_.get(), server.certificate.get());
  SSL_CTX_use_PrivateKey(server_context_.get(), server.key.get());
  for (const identity* each : chain) SSL_CTX_add1_chain_cert(server_context_.get(), each->certificate.get());
  server_.reset(SSL_new(server_context_.get()));
  client_.reset(SSL_new(client_context_.get()));
  BIO *near = nullptr, *far = nullptr;
  BIO_new_bio_pair(&near, 0, &far, 0);
  SSL_set_bio(client_.get(), near, near);
  SSL_set_bio(server_.get(), far, far);
  SSL_set_connect_state(client_.get());
  SSL_set_accept_state(server_.get());
  for (int round = 0; round < 20; ++round) {
    const int client = SSL_do_handshake(client_.get());
    const int done = SSL_do_handshake(server_.get());
    if (client == 1 && done == 1) return;
  }
  throw std::runtime_error("the handshake did not end");
}

} // namespace kotobashi::test

#include "server/net/tls.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <stdexcept>
#include <string_view>

namespace kotobashi::net {

namespace {

constexpr const char* ciphers = // of TLS 1.2; those of 1.3 are all right as they are
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

void check(bool fine, std::string_view what) {
  if (!fine) throw std::runtime_error("TLS: " + std::string(what) + ": " + last_tls_error());
}

struct bio_deleter {
  void operator()(BIO* one) const { BIO_free(one); }
  void operator()(X509* one) const { X509_free(one); }
  void operator()(EVP_PKEY* one) const { EVP_PKEY_free(one); }
};

std::unique_ptr<BIO, bio_deleter> reading(const std::string& pem) {
  return std::unique_ptr<BIO, bio_deleter>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

void use_chain(SSL_CTX* context, const std::string& pem) {
  auto from = reading(pem);
  std::unique_ptr<X509, bio_deleter> leaf(PEM_read_bio_X509(from.get(), nullptr, nullptr, nullptr));
  check(leaf && SSL_CTX_use_certificate(context, leaf.get()) == 1, "the certificate cannot be read");
  while (X509* next = PEM_read_bio_X509(from.get(), nullptr, nullptr, nullptr))
    if (SSL_CTX_add0_chain_cert(context, next) != 1) {
      X509_free(next);
      check(false, "the certificate's chain cannot be used");
    }
  ERR_clear_error(); // the end of the file is an error to the reader
}

void use_key(SSL_CTX* context, const std::string& pem) {
  auto from = reading(pem);
  std::unique_ptr<EVP_PKEY, bio_deleter> key(PEM_read_bio_PrivateKey(from.get(), nullptr, nullptr, nullptr));
  check(key && SSL_CTX_use_PrivateKey(context, key.get()) == 1, "the key cannot be used");
  check(SSL_CTX_check_private_key(context) == 1, "the key is not the certificate's");
}

// A client that names protocols must name ours, so that nobody can lead a talk meant for another protocol
// here.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_length, const unsigned char* in,
                    unsigned int in_length, void*) {
  static constexpr unsigned char ours[] = "\x08http/1.1";
  unsigned char* chosen = nullptr;
  if (SSL_select_next_proto(&chosen, out_length, ours, sizeof ours - 1, in, in_length) !=
      OPENSSL_NPN_NEGOTIATED)
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  *out = chosen;
  return SSL_TLSEXT_ERR_OK;
}

} // namespace

std::string last_tls_error() {
  const unsigned long code = ERR_get_error();
  ERR_clear_error();
  const char* reason = code ? ERR_reason_error_string(code) : nullptr;
  return reason ? reason : "unknown reason";
}

tls_server::tls_server(const credentials& with) {
  use(with);
}

void tls_server::use(const credentials& with) {
  ERR_clear_error();
  std::unique_ptr<SSL_CTX, ssl_deleter> made(SSL_CTX_new(TLS_server_method()));
  SSL_CTX* context = made.get();
  check(context, "no context");
  check(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1, "TLS 1.2");
  check(SSL_CTX_set_cipher_list(context, ciphers) == 1, "ciphers");
  check(SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") == 1, "groups");
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_num_tickets(context, 0);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
  use_chain(context, with.chain);
  use_key(context, with.key);
  context_ = std::move(made);
}

ssl_session tls_server::accept(int socket) const {
  ssl_session session(SSL_new(context_.get()));
  if (!session || SSL_set_fd(session.get(), socket) != 1)
    throw std::runtime_error("TLS: " + last_tls_error());
  SSL_set_accept_state(session.get());
  return session;
}

} // namespace kotobashi::net

#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>

namespace kotobashi::net {

struct ssl_deleter {
  void operator()(SSL* one) const { SSL_free(one); }
  void operator()(SSL_CTX* one) const { SSL_CTX_free(one); }
};
using ssl_session = std::unique_ptr<SSL, ssl_deleter>;

// A certificate with its key and the rest of its chain, all PEM.
struct credentials {
  std::string chain; // the leaf first
  std::string key;
};

// The server's end of TLS 1.2 and 1.3, by Mozilla's intermediate profile
// (wiki.mozilla.org/Security/Server_Side_TLS, version 5.7): forward secrecy and AEAD only, no tickets, no
// renegotiation, no compression. I/O thread only.
class tls_server {
public:
  // Throws std::runtime_error with one clear line when the key doesn't belong to the certificate or cannot be
  // read.
  explicit tls_server(const credentials& with);

  // From now on; connections that are open keep theirs.
  void use(const credentials& with);

  // The session of a connection that has come in on this socket, which must be non-blocking.
  ssl_session accept(int socket) const;

private:
  std::unique_ptr<SSL_CTX, ssl_deleter> context_;
};

// What OpenSSL last complained about on this thread, without its file names; forgets it.
std::string last_tls_error();

} // namespace kotobashi::net

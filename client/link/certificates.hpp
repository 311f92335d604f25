#pragma once

#include "client/link/trust.hpp"

#include <openssl/ssl.h>

namespace kotobashi::link {

// The pin of one certificate's key.
pin pin_of(X509* certificate);
// The pin to remember for a server: of the CA where it sends one that signed its certificate, since its own
// key may change with the certificate; else of its own key.
std::optional<pin> pin_to_keep(const SSL* tls);
// Does the server hold the pinned key, or a certificate that the holder of the pinned key signed?
bool satisfies(const SSL* tls, const pin& wanted);

} // namespace kotobashi::link

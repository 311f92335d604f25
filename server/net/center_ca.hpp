#pragma once

#include "server/model/instant.hpp"
#include "server/net/certificate.hpp"
#include "server/net/tls.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace kotobashi::net {

// The center's own certificate authority. At the first run it makes a CA for ten years, constrained to this
// machine's name, the names given, the names of private networks and the addresses of those, and a server
// certificate for 90 days. The server's key stays when its certificate is renewed, so clients that have
// pinned it need nothing new.
//
// Files in `folder`, readable by the owner alone: ca.key, ca.crt, server.key, server.crt. ca.crt may be given
// to clients.
class center_ca {
public:
  // Throws std::runtime_error with one clear line that names the file that cannot be read, written or used.
  // `extra` are names beside this machine's own (the one that browsers and clients are told), names or
  // addresses.
  center_ca(std::filesystem::path folder, std::vector<std::string> extra, instant now);

  // Makes a new server certificate where less than 30 days are left, or the machine has a name or an address
  // that isn't in it. True when it did: then give credentials() to tls_server::use. To be called about once
  // an hour. Throws as above.
  bool renew(instant now);

  credentials server() const;
  const std::string& ca_pem() const { return ca_pem_; }
  std::string ca_fingerprint() const { return fingerprint(*ca_); } // SHA-256, "AB:CD:…"
  // What clients pin: "sha256/…" of the CA's key. It outlives the server's key and its certificates.
  std::string ca_pin() const { return pin(*ca_); }
  std::string server_pin() const { return pin(*leaf_); }
  server_names names() const { return names_in(*leaf_); }
  instant server_valid_until() const { return valid_until(*leaf_); }

private:
  void load_or_make_ca(instant now);
  void load_leaf();
  void make_leaf(const server_names& names, instant now);
  server_names wanted() const;
  server_names vouched_for(const server_names& names, instant now) const;

  std::filesystem::path folder_;
  std::vector<std::string> extra_;
  certificate ca_, leaf_;
  private_key ca_key_, key_;
  std::string ca_pem_;
};

} // namespace kotobashi::net

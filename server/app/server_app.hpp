#pragma once

#include "server/app/options.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace kotobashi::app {

// A whole center in one object: settings, words, database, network. `run` serves until `stop` (any thread) or
// a signal. Everything that keeps it from starting is thrown by the constructor as std::exception whose text
// is one clear line.
class server_app {
public:
  explicit server_app(const options& how);
  ~server_app();
  server_app(const server_app&) = delete;
  server_app& operator=(const server_app&) = delete;

  void run();
  void stop();

  std::uint16_t staff_port() const;
  std::uint16_t open_port() const;
  std::string staff_url() const;
  std::string board_url() const;
  // What clients pin: "sha256/…" of the key, and of the center's own CA; empty without TLS.
  std::string pin() const;

private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

} // namespace kotobashi::app

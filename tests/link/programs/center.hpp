#pragma once

#include "tests/link/programs/process.hpp"
#include "tests/support/files.hpp"

#include <memory>
#include <string>

namespace kotobashi::test {

// A kotobashi-server of its own on loopback, with a fresh data directory and the lead's account. It can be
// stopped, killed and started again at the same address.
class running_center {
public:
  static constexpr const char* account = "lead";
  static constexpr const char* password = "correct horse battery staple";

  // Over TLS with the center's own CA where `tls` is wanted.
  explicit running_center(bool tls = false);

  void start();
  void stop();      // in order
  void kill_hard(); // kill -9

  const std::string& staff_url() const { return staff_url_; }
  const std::string& pin() const { return pin_; } // "sha256/…", as the server prints it; empty without TLS
  std::filesystem::path password_file() const { return place_.path() / "password"; }
  std::filesystem::path data() const { return place_.path() / "data"; }

private:
  temporary_directory place_;
  bool tls_;
  std::string listen_ = "127.0.0.1:0";
  std::string staff_url_, pin_;
  std::unique_ptr<process> server_;
};

} // namespace kotobashi::test

#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kotobashi::app {

// The command line of kotobashi-server.
struct options {
  std::filesystem::path data;
  std::filesystem::path templates;
  std::filesystem::path langpacks;
  std::filesystem::path center_file; // empty: DIR/center.toml
  std::string first_account;         // the lead's account, made where there is no account at all
  std::filesystem::path first_password_file;
  std::string listen = "127.0.0.1:8080";
  std::string open = "127.0.0.1:8081";
  std::string staff_url;         // where phones reach --listen; empty: made from the address
  std::string board_url;         // where phones reach --public; empty: made from the address
  std::size_t batch_limit = 512; // write jobs per commit
  bool tls_on_loopback = false;
};

// Nothing: the program ends at once with `exit_code` (help, version, wrong usage), everything has been said.
std::optional<options> read_command_line(int argc, char** argv, int& exit_code);

// Throws, with one line that names the option, where an address is none that phones could be given.
void check(const options& how);

} // namespace kotobashi::app

#include "tests/link/programs/center.hpp"

#include <csignal>
#include <stdexcept>

namespace kotobashi::test {

namespace fs = std::filesystem;

running_center::running_center(bool tls) : tls_(tls) {
  fs::create_directory(data());
  fs::copy_file(source_directory() / "templates/center.example.toml", data() / "center.toml");
  write_file(password_file(), std::string(password) + '\n');
  start();
}

void running_center::start() {
  const fs::path source = source_directory();
  std::vector<std::string> arguments{"--data",
                                     data().string(),
                                     "--templates",
                                     (source / "templates").string(),
                                     "--langpacks",
                                     (source / "langpacks").string(),
                                     "--first-account",
                                     account,
                                     "--first-password-file",
                                     password_file().string(),
                                     "--listen",
                                     listen_,
                                     "--public",
                                     "127.0.0.1:0"};
  if (tls_) arguments.push_back("--tls");
  server_ = std::make_unique<process>(program_directory() / "kotobashi-server", arguments);
  while (auto line = server_->line()) {
    if (line->starts_with("staff: ")) staff_url_ = line->substr(7);
    if (line->starts_with("pin: ")) pin_ = line->substr(5);
    const bool last = tls_ ? line->starts_with("pin: ") : line->starts_with("board: ");
    if (!last) continue;
    listen_ = "127.0.0.1:" + staff_url_.substr(staff_url_.rfind(':') + 1);
    return;
  }
  throw std::runtime_error("kotobashi-server did not start");
}

void running_center::stop() {
  server_->signal(SIGTERM);
  if (int code = server_->wait(); code != 0)
    throw std::runtime_error("kotobashi-server ended with " + std::to_string(code));
}

void running_center::kill_hard() {
  server_->signal(SIGKILL);
  server_->wait();
}

} // namespace kotobashi::test

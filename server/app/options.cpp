#include "server/app/options.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace kotobashi::app {

std::optional<options> read_command_line(int argc, char** argv, int& exit_code) {
  options out;
  CLI::App program("The server of a disaster multilingual support center.");
  program.set_version_flag("--version", KOTOBASHI_VERSION);
  program.add_option("--data", out.data, "Directory of the center's data; made when it is missing")
      ->required();
  program.add_option("--templates", out.templates, "Directory of the notices' topics")->required();
  program.add_option("--langpacks", out.langpacks, "Directory of the language packs")->required();
  program.add_option("--center", out.center_file,
                     "The center's settings (default: center.toml in the data directory)");
  auto* name = program.add_option("--first-account", out.first_account,
                                  "Name of the lead's account, where there is no account yet");
  program
      .add_option("--first-password-file", out.first_password_file, "File whose first line is its password")
      ->needs(name);
  program.add_option("--listen", out.listen, "ADDRESS:PORT for staff and volunteers; TLS, plain on loopback")
      ->capture_default_str();
  program.add_option("--public", out.open, "ADDRESS:PORT for residents; plain HTTP")->capture_default_str();
  program.add_option("--staff-url", out.staff_url, "Where phones reach --listen, for personal links");
  program.add_option("--board-url", out.board_url,
                     "Where phones reach --public, for the QR code on the screen");
  program.add_option("--batch-limit", out.batch_limit, "Changes per commit at most")
      ->check(CLI::Range(1, 4096))
      ->capture_default_str();
  program.add_flag("--tls", out.tls_on_loopback, "TLS for --listen also on loopback");
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& told) {
    exit_code = program.exit(told, std::cout, std::cerr) == 0 ? 0 : 2;
    return std::nullopt;
  }
  return out;
}

} // namespace kotobashi::app

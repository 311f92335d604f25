#include "server/app/options.hpp"

#include <CLI/CLI.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <iostream>
#include <stdexcept>

namespace kotobashi::app {

namespace {
bool is_port(std::string_view text) {
  std::uint16_t number = 0;
  auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  return wrong == std::errc{} && end == text.data() + text.size() && number != 0;
}

// http(s)://host or http(s)://host:port and nothing behind it: what a path can be put behind.
bool is_base_address(std::string_view url) {
  namespace urls = boost::urls;
  auto read = urls::parse_uri(url);
  if (!read || (read->scheme_id() != urls::scheme::http && read->scheme_id() != urls::scheme::https))
    return false;
  bool bare = read->encoded_path().empty() && !read->has_query() && !read->has_fragment();
  return bare && !read->has_userinfo() && !read->encoded_host().empty() &&
         (!read->has_port() || is_port(std::string_view(read->port())));
}

void check_address(const char* option, const std::string& url) {
  if (url.empty() || is_base_address(url)) return;
  throw std::runtime_error(
      fmt::format("{}: \"{}\" is not an address such as https://center.local:8443, without "
                  "anything behind it",
                  option, url));
}
} // namespace

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

void check(const options& how) {
  check_address("--staff-url", how.staff_url);
  check_address("--board-url", how.board_url);
}

} // namespace kotobashi::app

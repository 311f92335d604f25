#include "client/link/known_servers.hpp"

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <system_error>

namespace kotobashi::link {

namespace fs = std::filesystem;

namespace {
std::map<std::string, std::string> read_all(const fs::path& file) {
  std::map<std::string, std::string> all;
  std::ifstream in(file);
  std::string server, key;
  while (in >> server >> key) all[server] = key;
  return all;
}
} // namespace

fs::path known_servers::default_file() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  if (config && *config) return fs::path(config) / "kotobashi" / "known_servers";
  const char* home = std::getenv("HOME");
  return fs::path(home && *home ? home : ".") / ".config" / "kotobashi" / "known_servers";
}

known_servers::known_servers(fs::path file) : file_(std::move(file)) {}

std::optional<pin> known_servers::find(const address& server) const {
  auto all = read_all(file_);
  auto at = all.find(server.authority());
  if (at == all.end()) return std::nullopt;
  return parse_pin(at->second);
}

bool known_servers::remember(const address& server, const pin& key) {
  auto all = read_all(file_);
  all[server.authority()] = to_string(key);
  std::error_code failed;
  fs::create_directories(file_.parent_path(), failed);
  fs::path fresh = file_;
  fresh += ".new";
  std::ofstream out(fresh);
  for (const auto& [name, value] : all) out << name << ' ' << value << '\n';
  out.close();
  if (!out) return false;
  fs::rename(fresh, file_, failed);
  return !failed;
}

} // namespace kotobashi::link

#pragma once

#include "client/link/address.hpp"
#include "client/link/trust.hpp"

#include <filesystem>
#include <optional>

namespace kotobashi::link {

// The pins that a person has confirmed on this computer: a text file, one line "authority pin" a server. No
// secrets in it.
class known_servers {
public:
  // $XDG_CONFIG_HOME/kotobashi/known_servers, or ~/.config/…
  static std::filesystem::path default_file();
  explicit known_servers(std::filesystem::path file);

  std::optional<pin> find(const address& server) const;
  // Replaces what was known. False where the file cannot be written.
  bool remember(const address& server, const pin& key);

private:
  std::filesystem::path file_;
};

} // namespace kotobashi::link

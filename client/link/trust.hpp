#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

// How a client knows that it talks to its own center and not to somebody else on the same Wi-Fi.
namespace kotobashi::link {

// SHA-256 over a certificate's SubjectPublicKeyInfo in DER (RFC 7469, 2.4), written "sha256/BASE64".
struct pin {
  std::array<unsigned char, 32> digest{};
  bool operator==(const pin&) const = default;
};
std::string to_string(const pin& from);
// The same in groups of four hex digits, for reading aloud and comparing by eye.
std::string for_people(const pin& from);
// Takes "sha256/BASE64" and 64 hex digits with or without colons or spaces; nothing for anything else.
std::optional<pin> parse_pin(std::string_view text);

// What is asked of a server at https. With none of these, and with `confirm` not set, a server's certificate
// must be signed by a CA of the system.
struct trust {
  // The key that the server, or the CA at the end of its chain, must have. The names and dates in the
  // certificates are not looked at: the laptop's address changes and clocks of borrowed laptops are wrong.
  std::optional<pin> pinned{};
  // The center's CA, PEM; instead of a pin.
  std::filesystem::path ca_file{};
  // Asked once when a server is met for the first time and there is neither pin nor CA file. Show the
  // fingerprint, compare it with the one on the server's screen or sheet, then call `answer` once, from any
  // thread. Until then nothing is sent. After yes the pin counts for as long as the connection lives; keeping
  // it is the caller's business (known_servers.hpp).
  std::function<void(const pin& shown, std::function<void(bool)> answer)> confirm{};
};

} // namespace kotobashi::link

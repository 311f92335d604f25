#pragma once

#include "server/net/limits.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

// The head of an HTTP/1.1 request (RFC 9112), read strictly: one way to write each thing, so that nothing
// between the client and us can see another request than we do.
namespace kotobashi::net {

enum class verb { get, head, post, patch, put, del, other };

// Views into the connection's buffer. Fields that we never look at are checked for their form and forgotten.
// An empty view is an absent or an empty field.
struct head {
  net::verb verb = verb::other;
  std::string_view target;
  std::string_view host;
  std::string_view content_type, content_encoding, authorization, cookie, origin, if_match, if_none_match,
      idempotency_key, accept_language, upgrade, last_event_id, websocket_key, websocket_version;
  std::optional<std::uint64_t> length; // Content-Length
  bool close = false;                  // the client wants, or HTTP/1.0 means, no further request
  bool upgrades = false;               // Connection: upgrade
  bool expects_continue = false;

  bool safe() const { return verb == net::verb::get || verb == net::verb::head; }
};

// After one of these the connection ends: where the next request begins isn't known for certain.
struct head_error {
  unsigned status;
  std::string_view detail;
};

// Looks for the end of a head in bytes that arrive piece by piece; never looks at a byte twice.
class head_finder {
public:
  // Length of the head with its empty line; nothing yet; or what is wrong (a bare LF, a head over the limit).
  std::variant<std::size_t, std::monostate, head_error> find(std::string_view bytes, const limits& bounds);
  void restart() { *this = {}; }

private:
  std::size_t line_ = 0, seen_ = 0;
};

// `bytes` is a whole head with its empty line.
std::variant<head, head_error> parse_head(std::string_view bytes, const limits& bounds);

// Letters of ASCII in either case are equal.
bool same_word(std::string_view one, std::string_view other);
// Is `word` one of the words of a comma-separated list?
bool lists_word(std::string_view list, std::string_view word);
std::string_view trimmed(std::string_view text);

} // namespace kotobashi::net

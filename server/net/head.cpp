#include "server/net/head.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace kotobashi::net {

namespace {

using view = std::string_view;

// What a byte may be part of: 1 a token (RFC 9110, 5.6.2), 2 a field's value, 4 a target, 8 a host.
constexpr std::array<unsigned char, 256> kinds_of_bytes() {
  std::array<unsigned char, 256> kinds{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool letter_or_digit = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    unsigned kind = 0;
    if (letter_or_digit ||
        (c != 0 && c < 128 && view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != view::npos))
      kind |= 1;
    if (c == '\t' || (c >= 0x20 && c != 0x7f)) kind |= 2;
    if (c > 0x20 && c < 0x7f && c != '#') kind |= 4;
    if (letter_or_digit || (c != 0 && c < 128 && view("-._:[]%").find(static_cast<char>(c)) != view::npos))
      kind |= 8;
    kinds[c] = static_cast<unsigned char>(kind);
  }
  return kinds;
}
constexpr auto kinds = kinds_of_bytes();
constexpr unsigned token = 1, value = 2, in_target = 4, in_host = 8;

bool all(view text, unsigned kind) {
  return std::all_of(text.begin(), text.end(),
                     [kind](char c) { return kinds[static_cast<unsigned char>(c)] & kind; });
}

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Fields that are kept. Every one may stand once; a second one is either an attack or a broken program.
struct kept_field {
  view name; // lower case
  view head::*to;
};
constexpr kept_field kept[] = {
    {"host", &head::host},
    {"cookie", &head::cookie},
    {"origin", &head::origin},
    {"upgrade", &head::upgrade},
    {"if-match", &head::if_match},
    {"content-type", &head::content_type},
    {"authorization", &head::authorization},
    {"last-event-id", &head::last_event_id},
    {"if-none-match", &head::if_none_match},
    {"accept-language", &head::accept_language},
    {"idempotency-key", &head::idempotency_key},
    {"content-encoding", &head::content_encoding},
    {"sec-websocket-key", &head::websocket_key},
    {"sec-websocket-version", &head::websocket_version},
};

bool is(view name, view lower_case) {
  if (name.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (lower(name[i]) != lower_case[i]) return false;
  return true;
}

verb verb_of(view method) {
  if (method == "GET") return verb::get;
  if (method == "POST") return verb::post;
  if (method == "HEAD") return verb::head;
  if (method == "PATCH") return verb::patch;
  if (method == "PUT") return verb::put;
  if (method == "DELETE") return verb::del;
  return verb::other;
}

class reader {
public:
  explicit reader(const limits& bounds) : bounds_(bounds) {}

  std::variant<head, head_error> read(view bytes) {
    if (!request_line(next_line(bytes))) return error_;
    for (std::size_t fields = 0;; ++fields) {
      view line = next_line(bytes);
      if (line.empty()) break;
      if (fields == bounds_.fields) return head_error{431, "too many header fields"};
      if (!field(line)) return error_;
    }
    if (hosts_ != 1) return head_error{400, "a request has exactly one Host"};
    if (into_.host.empty() || !all(into_.host, in_host)) return head_error{400, "that is no host"};
    return into_;
  }

private:
  static view next_line(view& bytes) {
    const std::size_t end = bytes.find('\n'); // the finder saw a CR before each
    view line = bytes.substr(0, end - 1);
    bytes.remove_prefix(end + 1);
    return line;
  }

  bool fail(unsigned status, view detail) {
    error_ = {status, detail};
    return false;
  }

  bool request_line(view line) {
    const std::size_t first = line.find(' '), last = line.rfind(' ');
    if (first == view::npos || first == last) return fail(400, "that is no request line");
    const view method = line.substr(0, first), version = line.substr(last + 1);
    into_.target = line.substr(first + 1, last - first - 1);
    if (method.empty() || !all(method, token)) return fail(400, "that is no method");
    if (version.size() != 8 || !version.starts_with("HTTP/")) return fail(400, "that is no HTTP version");
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return fail(505, "HTTP/1.1 is spoken here");
    if (into_.target.size() > bounds_.target_bytes) return fail(414, "the address is too long");
    if (into_.target.empty() || into_.target[0] != '/' || !all(into_.target, in_target))
      return fail(400, "that is no path");
    into_.verb = verb_of(method);
    into_.close = version == "HTTP/1.0";
    return true;
  }

  bool field(view line) {
    if (line[0] == ' ' || line[0] == '\t') return fail(400, "a header field may not be folded");
    const std::size_t colon = line.find(':');
    const view name = line.substr(0, colon);
    if (colon == view::npos || name.empty() || !all(name, token)) return fail(400, "that is no header field");
    const view content = trimmed(line.substr(colon + 1));
    if (!all(content, value)) return fail(400, "a header field has a control character in it");
    return framing_field(name, content) && kept_fields(name, content);
  }

  bool framing_field(view name, view content) {
    if (is(name, "transfer-encoding")) return fail(411, "a request's length must be known beforehand");
    if (is(name, "content-length")) return content_length(content);
    if (is(name, "connection")) {
      into_.close = into_.close || lists_word(content, "close");
      into_.upgrades = into_.upgrades || lists_word(content, "upgrade");
    } else if (is(name, "expect")) {
      if (!same_word(content, "100-continue")) return fail(417, "only 100-continue can be expected");
      into_.expects_continue = true;
    }
    return true;
  }

  bool content_length(view content) {
    std::uint64_t length = 0;
    auto [end, error] = std::from_chars(content.data(), content.data() + content.size(), length);
    if (content.empty() || error != std::errc{} || end != content.data() + content.size())
      return fail(400, "that is no Content-Length");
    if (into_.length) return fail(400, "Content-Length stands twice");
    into_.length = length;
    return true;
  }

  bool kept_fields(view name, view content) {
    for (const kept_field& each : kept) {
      if (!is(name, each.name)) continue;
      if (each.to == &head::host) ++hosts_;
      view& to = into_.*each.to;
      if (to.data() && each.to != &head::accept_language)
        return fail(400, "a header field that stands once stands twice");
      if (!to.data()) to = content; // never null: it points into the line
      return true;
    }
    return true;
  }

  const limits& bounds_;
  head into_;
  head_error error_{400, {}};
  unsigned hosts_ = 0;
};

} // namespace

std::variant<std::size_t, std::monostate, head_error> head_finder::find(std::string_view bytes,
                                                                        const limits& bounds) {
  while (seen_ < bytes.size()) {
    const void* found = std::memchr(bytes.data() + seen_, '\n', bytes.size() - seen_);
    if (!found) break;
    const std::size_t at = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
    if (at == line_ || bytes[at - 1] != '\r') return head_error{400, "a line ends with CR and LF"};
    if (at == line_ + 1) {
      if (line_ == 0) return head_error{400, "a request begins with its request line"};
      if (at + 1 > bounds.head_bytes) return head_error{431, "the header fields are too long"};
      return at + 1;
    }
    line_ = seen_ = at + 1;
  }
  seen_ = bytes.size();
  if (seen_ >= bounds.head_bytes)
    return head_error{line_ == 0 ? 414u : 431u, "the head of the request is too long"};
  return std::monostate{};
}

std::variant<head, head_error> parse_head(std::string_view bytes, const limits& bounds) {
  return reader(bounds).read(bytes);
}

bool same_word(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

bool lists_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (same_word(trimmed(list.substr(0, comma)), word)) return true;
    if (comma == view::npos) break;
    list.remove_prefix(comma + 1);
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

} // namespace kotobashi::net

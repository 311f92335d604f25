#include "server/net/admission.hpp"

#include "server/model/result.hpp"

#include <algorithm>

namespace kotobashi::net {

namespace {

using view = std::string_view;
constexpr std::size_t longest_key = 200;
// JSON is read on the I/O thread, and what is larger where large bodies are taken is a file.
constexpr std::size_t longest_json = 64 * 1024;

std::size_t limit_of(const api::endpoint& to, view type) {
  if (to.takes == api::body_kind::none) return 0;
  return type == "application/json" ? std::min(to.body_limit, longest_json) : to.body_limit;
}

bool takes(api::body_kind kind, view type) {
  switch (kind) {
  case api::body_kind::none: return false;
  case api::body_kind::json: return type == "application/json" || type == "application/merge-patch+json";
  case api::body_kind::xml_or_json:
    return type == "application/json" || type == "application/xml" || type == "text/xml";
  case api::body_kind::csv: return type == "text/csv";
  }
  return false;
}

bool visible(view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

view cookie_value(view cookies, view name) {
  while (!cookies.empty()) {
    const std::size_t end = cookies.find(';');
    const view pair = trimmed(cookies.substr(0, end));
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
    cookies.remove_prefix(end == view::npos ? cookies.size() : end + 1);
  }
  return {};
}

} // namespace

shown_token token_of(const head& asked, view cookie_name) {
  if (asked.authorization.data()) {
    constexpr view scheme = "bearer ";
    if (asked.authorization.size() <= scheme.size() ||
        !same_word(asked.authorization.substr(0, scheme.size()), scheme))
      return {};
    return {trimmed(asked.authorization.substr(scheme.size())), false};
  }
  const view value = cookie_value(asked.cookie, cookie_name);
  return {value, !value.empty()};
}

std::optional<api::reply> refuse_caller(const head& asked, const api::endpoint& to,
                                        const domain::principal& who, bool by_cookie, const site& here) {
  if (!to.may.empty() && who.nobody()) {
    api::reply out = api::problem(refuse(refusal_code::unauthenticated, "sign in first"));
    out.headers.emplace_back("WWW-Authenticate", "Bearer");
    return out;
  }
  if (!to.may.empty() && !who.roles.meets(to.may))
    return api::problem(refuse(refusal_code::forbidden, "this account may not do that"));
  const bool changes =
      !asked.safe() || (asked.upgrades && std::holds_alternative<api::stream_handler>(to.run));
  if (here.who && changes && !here.allowed.allows(asked, by_cookie && !who.nobody()))
    return api::problem(refuse(refusal_code::forbidden, "this page may not do that"));
  return std::nullopt;
}

std::optional<api::reply> refuse_body(const head& asked, const api::endpoint& to, view type) {
  const std::uint64_t length = asked.length.value_or(0);
  if (length > limit_of(to, type))
    return api::problem(refuse(refusal_code::too_large, "the body is too large"));
  if (length > 0 && !takes(to.takes, type))
    return api::problem(refuse(refusal_code::unsupported, "that kind of body isn't taken here"));
  if (to.keyed && asked.idempotency_key.empty())
    return api::problem(refuse(refusal_code::precondition_required, "Idempotency-Key is missing"));
  if (asked.idempotency_key.size() > longest_key || !visible(asked.idempotency_key))
    return api::problem(refuse(refusal_code::malformed, "that is no Idempotency-Key"));
  return std::nullopt;
}

std::optional<api::reply> refuse_upgrade(const head& asked) {
  if (asked.verb != verb::get || !lists_word(asked.upgrade, "websocket"))
    return api::problem(refuse(refusal_code::malformed, "only a GET can become a WebSocket"));
  if (asked.websocket_version != "13") {
    api::reply out = http_problem(426, "version 13 of the WebSocket protocol is spoken here");
    out.headers.emplace_back("Sec-WebSocket-Version", "13");
    out.headers.emplace_back("Upgrade", "websocket");
    return out;
  }
  if (!valid_websocket_key(asked.websocket_key))
    return api::problem(refuse(refusal_code::malformed, "that is no Sec-WebSocket-Key"));
  return std::nullopt;
}

std::string media_type(view content_type) {
  std::string out(trimmed(content_type.substr(0, content_type.find(';'))));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

std::optional<std::string> tag_in(view field) {
  if (!field.data()) return std::nullopt;
  if (field.starts_with("W/")) field.remove_prefix(2);
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
    field = field.substr(1, field.size() - 2);
  return std::string(field);
}

} // namespace kotobashi::net

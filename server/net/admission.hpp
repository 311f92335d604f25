#pragma once

#include "server/api/endpoint.hpp"
#include "server/net/head.hpp"
#include "server/net/http_session.hpp"

#include <optional>
#include <string>
#include <string_view>

// What is decided about a request before its body is read.
namespace kotobashi::net {

// The token that the caller shows, and how.
struct shown_token {
  std::string_view value{};
  bool by_cookie = false;
};
shown_token token_of(const head& asked, std::string_view cookie_name);

// A reply that says why not, or nothing when the request may go on. `asked` has been routed to `to`.
std::optional<api::reply> refuse_caller(const head& asked, const api::endpoint& to,
                                        const domain::principal& who, bool by_cookie, const site& here);
// `type` is the content type without parameters, lower case.
std::optional<api::reply> refuse_body(const head& asked, const api::endpoint& to, std::string_view type);
// A WebSocket handshake that isn't one.
std::optional<api::reply> refuse_upgrade(const head& asked);

// "Text/CSV; charset=utf-8" → "text/csv"
std::string media_type(std::string_view content_type);
// The tag of If-Match or If-None-Match without quotes; * as it is.
std::optional<std::string> tag_in(std::string_view field);

} // namespace kotobashi::net

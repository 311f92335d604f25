#pragma once

#include "server/domain/principal.hpp"
#include "server/model/result.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// What an endpoint is. api knows HTTP's meaning; net knows its bytes and finds endpoints in this one table.
namespace kotobashi::api {

enum class method { get, post, patch, put, del };
enum class listener { staff, open }; // --listen and --public
enum class body_kind { none, json, xml_or_json, csv };

// One request that has passed the router: the endpoint exists, the caller may use it, the body is complete
// and within its limit. Views live until the handler has finished.
struct call {
  std::vector<std::string> path; // values of the pattern's {parts}, in order, percent-decoded
  std::vector<std::pair<std::string, std::string>> query; // decoded
  std::string_view content_type;                          // without parameters, lower case
  std::string body;
  domain::principal from;
  std::optional<std::string> idempotency_key; // always there on unsafe methods, but for signing in
  std::optional<std::string> if_match;        // without quotes
  std::optional<std::string> if_none_match;   // without quotes
  std::string_view accept_language;
  std::string_view remote_address;
  std::string_view token; // the session's own token, for signing out

  std::optional<std::string_view> parameter(std::string_view name) const;
};

// Bytes that many requests get: made once, kept by whoever made them, dropped when they change. `wire` is
// net's: the whole response as it goes out, made at the first use.
struct page {
  std::string content_type;
  std::string body;
  std::string etag; // without quotes; empty: none
  std::vector<std::pair<std::string, std::string>> headers;
  mutable std::string wire; // I/O thread only
};

struct reply {
  unsigned status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<const page> shared;        // instead of content_type, body and headers
  std::optional<std::string> session_cookie; // sets the session cookie to this token; empty: takes it away
};

class services; // what handlers work with: services.hpp

using direct_handler = reply (*)(services&, const call&); // never waits; the I/O thread calls it and goes on
using waiting_handler = boost::asio::awaitable<reply> (*)(services&, const call&);
enum class stream_handler { staff_events, public_events }; // net's hub takes the connection over
using handler = std::variant<direct_handler, waiting_handler, stream_handler>;

struct endpoint {
  method verb;
  std::string_view pattern; // "/api/v1/requests/{id}/claim"
  api::listener on;
  domain::role_set may; // empty: everyone, also who is not signed in
  body_kind takes;
  std::size_t body_limit; // bytes
  handler run;
  bool keyed;                                     // wants an Idempotency-Key
  std::string_view summary;                       // one line, for the OpenAPI document
  boost::json::value (*takes_schema)() = nullptr; // JSON Schema of body and reply
  boost::json::value (*gives_schema)() = nullptr;
};

std::span<const endpoint> endpoints();

// The problem document for a refusal (RFC 9457), and the status that goes with it.
reply problem(const refusal& why);

} // namespace kotobashi::api

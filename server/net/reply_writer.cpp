#include "server/net/reply_writer.hpp"

#include "server/net/head.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include <cstring>
#include <iterator>
#include <stdexcept>

namespace kotobashi::net {

namespace {

using view = std::string_view;
using header_list = std::vector<std::pair<std::string, std::string>>;

constexpr view for_pages =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Frame-Options: DENY\r\n";
constexpr view for_data = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
constexpr view for_all = "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
                         "Cross-Origin-Resource-Policy: same-origin\r\n";
constexpr view date_name = "Date: ";
// Below this, copying costs less than a second piece.
constexpr std::size_t worth_copying = 8 * 1024;

const std::string* find(const header_list& headers, view name) {
  for (const auto& [each, value] : headers)
    if (same_word(each, name)) return &value;
  return nullptr;
}

bool one_line(view text) {
  return text.find_first_of(view("\r\n\0", 3)) == view::npos;
}

void add_headers(std::string& to, const header_list& headers) {
  for (const auto& [name, value] : headers) {
    if (!one_line(name) || !one_line(value)) throw std::logic_error("a header has a line break in it");
    to.append(name).append(": ").append(value).append("\r\n");
  }
}

void start(std::string& to, unsigned status, view date) {
  to.append("HTTP/1.1 ");
  fmt::format_to(std::back_inserter(to), "{} {}\r\n", status, reason_of(status));
  to.append(date_name).append(date).append("\r\n");
}

void add_entity(std::string& to, view type, std::size_t length, const header_list& headers) {
  if (!type.empty()) to.append("Content-Type: ").append(type).append("\r\n");
  fmt::format_to(std::back_inserter(to), "Content-Length: {}\r\n", length);
  if (!find(headers, "content-security-policy"))
    to.append(type.starts_with("text/html") ? for_pages : for_data);
  to.append(for_all);
}

void page_head(std::string& to, const api::page& page, view date, bool close) {
  start(to, 200, date);
  add_entity(to, page.content_type, page.body.size(), page.headers);
  if (!page.etag.empty()) to.append("ETag: \"").append(page.etag).append("\"\r\n");
  if (!find(page.headers, "cache-control")) to.append("Cache-Control: no-cache\r\n");
  add_headers(to, page.headers);
  if (close) to.append("Connection: close\r\n");
  to.append("\r\n");
}

// "abc", W/"abc" → abc
view bare_tag(view tag) {
  tag = trimmed(tag);
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"') tag = tag.substr(1, tag.size() - 2);
  return tag;
}

} // namespace

view reason_of(unsigned status) {
  switch (status) {
  case 200: return "OK";
  case 201: return "Created";
  case 202: return "Accepted";
  case 204: return "No Content";
  case 301: return "Moved Permanently";
  case 302: return "Found";
  case 303: return "See Other";
  case 304: return "Not Modified";
  case 307: return "Temporary Redirect";
  case 308: return "Permanent Redirect";
  case 400: return "Bad Request";
  case 401: return "Unauthorized";
  case 403: return "Forbidden";
  case 404: return "Not Found";
  case 405: return "Method Not Allowed";
  case 408: return "Request Timeout";
  case 409: return "Conflict";
  case 411: return "Length Required";
  case 412: return "Precondition Failed";
  case 413: return "Content Too Large";
  case 414: return "URI Too Long";
  case 415: return "Unsupported Media Type";
  case 417: return "Expectation Failed";
  case 422: return "Unprocessable Content";
  case 426: return "Upgrade Required";
  case 428: return "Precondition Required";
  case 429: return "Too Many Requests";
  case 431: return "Request Header Fields Too Large";
  case 500: return "Internal Server Error";
  case 503: return "Service Unavailable";
  case 505: return "HTTP Version Not Supported";
  case 507: return "Insufficient Storage";
  default: return "Status";
  }
}

api::reply http_problem(unsigned status, view detail) {
  const boost::json::object body{
      {"type", "about:blank"}, {"title", reason_of(status)}, {"status", status}, {"detail", detail}};
  api::reply out;
  out.status = status;
  out.content_type = "application/problem+json";
  out.body = boost::json::serialize(body);
  return out;
}

bool names_tag(view if_none_match, view tag) {
  while (!if_none_match.empty()) {
    const std::size_t comma = if_none_match.find(',');
    const view one = bare_tag(if_none_match.substr(0, comma));
    if (one == "*" || one == tag) return true;
    if_none_match.remove_prefix(comma == view::npos ? if_none_match.size() : comma + 1);
  }
  return false;
}

void reply_writer::prepare(api::reply from, const manner& how) {
  held_ = std::move(from);
  head_.clear();
  first_ = second_ = {};
  if (held_.shared)
    prepare_shared(*held_.shared, how);
  else
    prepare_own(how);
}

void reply_writer::prepare_shared(const api::page& page, const manner& how) {
  if (how.safe && !page.etag.empty() && names_tag(how.if_none_match, page.etag))
    return not_modified(page.etag, page.headers, how.close);
  status_ = 200;
  if (how.close || how.head_only) {
    page_head(head_, page, date_.now(), how.close);
    first_ = head_;
    if (!how.head_only) second_ = page.body;
    return;
  }
  if (page.wire.empty()) {
    page_head(page.wire, page, date_.now(), false);
    page.wire += page.body;
  } else {
    const std::size_t at = page.wire.find(date_name) + date_name.size();
    std::memcpy(page.wire.data() + at, date_.now().data(), http_date::length);
  }
  first_ = page.wire;
}

void reply_writer::prepare_own(const manner& how) {
  if (how.safe && held_.status == 200)
    if (const std::string* tag = find(held_.headers, "etag");
        tag && names_tag(how.if_none_match, bare_tag(*tag)))
      return not_modified(bare_tag(*tag), held_.headers, how.close);
  status_ = held_.status;
  start(head_, status_, date_.now());
  const bool has_entity = status_ != 204 && status_ != 304;
  if (has_entity) add_entity(head_, held_.content_type, held_.body.size(), held_.headers);
  if (!find(held_.headers, "cache-control")) head_.append("Cache-Control: no-store\r\n");
  add_headers(head_, held_.headers);
  if (held_.session_cookie && !cookie_.name.empty()) set_cookie(*held_.session_cookie);
  if (how.close) head_.append("Connection: close\r\n");
  head_.append("\r\n");
  if (has_entity && !how.head_only) {
    if (held_.body.size() <= worth_copying)
      head_.append(held_.body);
    else
      second_ = held_.body;
  }
  first_ = head_;
}

// The browser keeps it for a month, also when it is closed; how long it is good for is decided here, not
// there.
void reply_writer::set_cookie(view token) {
  if (!one_line(token)) throw std::logic_error("a cookie has a line break in it");
  head_.append("Set-Cookie: ").append(cookie_.name).append("=").append(token);
  head_.append("; Path=/; HttpOnly; SameSite=Strict; Max-Age=").append(token.empty() ? "0" : "2592000");
  head_.append(cookie_.secure ? "; Secure\r\n" : "\r\n");
}

void reply_writer::not_modified(view tag, const header_list& headers, bool close) {
  status_ = 304;
  start(head_, 304, date_.now());
  head_.append("ETag: \"").append(tag).append("\"\r\n");
  if (const std::string* kept = find(headers, "cache-control"))
    head_.append("Cache-Control: ").append(*kept).append("\r\n");
  if (const std::string* vary = find(headers, "vary")) head_.append("Vary: ").append(*vary).append("\r\n");
  if (close) head_.append("Connection: close\r\n");
  head_.append("\r\n");
  first_ = head_;
}

} // namespace kotobashi::net

#include "client/link/beast_transport.hpp"

#include "client/link/failure.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <charconv>

namespace kotobashi::link {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {
constexpr std::uint64_t largest_reply = 64 * 1024 * 1024; // a whole roster as CSV, with room

http::request<http::string_body> to_beast(const http_request& what, const address& server,
                                          const std::string& language) {
  http::request<http::string_body> out(http::string_to_verb(what.method), what.target, 11);
  out.set(http::field::host, server.authority());
  out.set(http::field::user_agent, "kotobashi");
  if (!language.empty()) out.set(http::field::accept_language, language);
  for (const auto& [name, value] : what.headers) out.set(name, value);
  out.body() = what.body;
  out.prepare_payload();
  return out;
}

std::optional<std::chrono::seconds> seconds_of(std::string_view text) {
  long value = 0;
  auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return std::chrono::seconds(value);
}

http_reply from_beast(http::response<http::string_body>&& from) {
  http_reply out;
  out.status = from.result_int();
  out.content.status = out.status;
  out.content.body = std::move(from.body());
  std::string_view type = from[http::field::content_type];
  out.content.content_type = type.substr(0, type.find(';'));
  std::string_view tag = from[http::field::etag];
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"') tag = tag.substr(1, tag.size() - 2);
  out.content.etag = tag;
  out.retry_after = seconds_of(from[http::field::retry_after]);
  return out;
}
} // namespace

beast_transport::beast_transport(dialer dial, const address& server, std::string language,
                                 std::chrono::milliseconds reply_timeout)
    : dial_(std::move(dial)), server_(server), language_(std::move(language)), reply_timeout_(reply_timeout) {
}

void beast_transport::close() {
  closed_ = true;
  dial_.cancel();
  hang_up();
}

void beast_transport::hang_up() {
  if (wire_) socket_of(*wire_).close();
}

// Has the server hung up since the last exchange?
bool beast_transport::is_stale() {
  auto& socket = socket_of(*wire_).socket();
  error_code why;
  socket.non_blocking(true, why);
  char next = 0;
  socket.receive(asio::buffer(&next, 1), asio::socket_base::message_peek, why);
  return why && why != asio::error::would_block;
}

asio::awaitable<beast_transport::reply_result> beast_transport::exchange(http_request what) {
  closed_ = gone_out_ = false;
  // A server closes connections that are idle, so the first write on an old one may meet a closed door: that
  // is no reason to wait. Repeating is safe, since whatever changes something carries its key.
  if (wire_ && is_stale()) wire_.reset();
  if (wire_) {
    auto reply = co_await once(what);
    if (reply || closed_ || reply.error() == boost::beast::error::timeout) co_return reply;
  }
  auto failed = co_await dial_.dial(wire_);
  if (closed_) failed = asio::error::operation_aborted;
  if (failed) {
    wire_.reset();
    co_return failed;
  }
  co_return co_await once(what);
}

asio::awaitable<beast_transport::reply_result> beast_transport::once(const http_request& what) {
  reply_result reply{error_code()};
  if (auto* plain = std::get_if<plain_stream>(&*wire_))
    reply = co_await over(*plain, what);
  else
    reply = co_await over(std::get<tls_stream>(*wire_), what);
  if (!reply) wire_.reset();
  co_return reply;
}

template <class Stream>
asio::awaitable<beast_transport::reply_result> beast_transport::over(Stream& stream,
                                                                     const http_request& what) {
  auto request = to_beast(what, server_, language_);
  http::response_parser<http::string_body> parser;
  parser.body_limit(largest_reply);
  buffer_.clear();
  error_code failed;
  auto& socket = socket_of(*wire_);
  socket.expires_after(reply_timeout_);
  gone_out_ = true;
  co_await http::async_write(stream, request, asio::redirect_error(asio::use_awaitable, failed));
  if (failed) co_return failed;
  co_await http::async_read(stream, buffer_, parser, asio::redirect_error(asio::use_awaitable, failed));
  if (failed) co_return failed;
  socket.expires_never();
  const bool keep = parser.keep_alive();
  http_reply reply = from_beast(parser.release());
  if (!keep) hang_up();
  co_return reply;
}

} // namespace kotobashi::link

#include "client/link/dialer.hpp"

#include "client/link/failure.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace kotobashi::link {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {
// OpenSSL's refusal of a certificate, told as ours.
error_code told_plainly(error_code from, SSL* tls) {
  if (!from) return from;
  switch (SSL_get_verify_result(tls)) {
  case X509_V_OK: return from;
  case X509_V_ERR_CERT_NOT_YET_VALID:
  case X509_V_ERR_CERT_HAS_EXPIRED: return link_error::wrong_date;
  default: return link_error::not_trusted;
  }
}
} // namespace

boost::beast::tcp_stream& socket_of(wire& from) {
  if (auto* plain = std::get_if<plain_stream>(&from)) return *plain;
  return std::get<tls_stream>(from).next_layer();
}

dialer::dialer(asio::any_io_executor on, const address& server, gate* keeper,
               std::chrono::milliseconds timeout)
    : on_(on), server_(server), gate_(keeper), timeout_(timeout), resolver_(on) {}

void dialer::cancel() {
  cancelled_ = true;
  resolver_.cancel();
}

asio::awaitable<error_code> dialer::dial(std::optional<wire>& into) {
  cancelled_ = false;
  endpoints where;
  auto failed = co_await resolve(where);
  bool asked = false;
  do {
    if (!failed && cancelled_) failed = asio::error::operation_aborted;
    if (!failed) failed = co_await connect(into, where);
    if (failed || !gate_) break;
    failed = co_await shake_hands(std::get<tls_stream>(*into), asked);
  } while (!failed && asked); // the server may have hung up while a person thought
  if (failed) into.reset();
  co_return failed;
}

asio::awaitable<error_code> dialer::resolve(endpoints& into) {
  error_code failed;
  auto numeric = asio::ip::make_address(server_.host, failed);
  if (!failed) {
    const tcp::endpoint one(numeric, server_.port);
    into = endpoints::create(one, server_.host, std::to_string(server_.port));
    co_return error_code();
  }
  const std::string port = std::to_string(server_.port);
  into =
      co_await resolver_.async_resolve(server_.host, port, asio::redirect_error(asio::use_awaitable, failed));
  co_return failed;
}

asio::awaitable<error_code> dialer::connect(std::optional<wire>& into, const endpoints& where) {
  plain_stream stream(on_);
  if (gate_)
    into.emplace(std::in_place_type<tls_stream>, std::move(stream), gate_->context());
  else
    into.emplace(std::in_place_type<plain_stream>, std::move(stream));
  auto& socket = socket_of(*into);
  socket.expires_after(timeout_);
  error_code failed;
  co_await socket.async_connect(where, asio::redirect_error(asio::use_awaitable, failed));
  if (failed) co_return failed;
  error_code ignored;
  socket.socket().set_option(tcp::no_delay(true), ignored);
  co_return failed;
}

asio::awaitable<error_code> dialer::shake_hands(tls_stream& over, bool& asked) {
  gate_->prepare(over.native_handle());
  error_code failed;
  const auto role = asio::ssl::stream_base::client;
  co_await over.async_handshake(role, asio::redirect_error(asio::use_awaitable, failed));
  if (failed) co_return told_plainly(failed, over.native_handle());
  over.next_layer().expires_never();
  failed = co_await gate_->admit(over.native_handle(), asked);
  co_return failed;
}

} // namespace kotobashi::link

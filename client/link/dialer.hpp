#pragma once

#include "client/link/address.hpp"
#include "client/link/gate.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <chrono>
#include <optional>
#include <variant>

namespace kotobashi::link {

using plain_stream = boost::beast::tcp_stream;
using tls_stream = boost::beast::ssl_stream<boost::beast::tcp_stream>;
using wire = std::variant<plain_stream, tls_stream>;

boost::beast::tcp_stream& socket_of(wire& from);

// Opens one stream to the server at a time, with TLS and the gate's consent where the address is https.
class dialer {
public:
  // `keeper` is there exactly where the address is https; both outlive the dialer.
  dialer(boost::asio::any_io_executor on, const address& server, gate* keeper,
         std::chrono::milliseconds timeout);
  // `into` is filled as soon as there is a socket, so that its owner can close it at any time.
  boost::asio::awaitable<boost::system::error_code> dial(std::optional<wire>& into);
  void cancel();

private:
  using endpoints = boost::asio::ip::tcp::resolver::results_type;
  boost::asio::awaitable<boost::system::error_code> resolve(endpoints& into);
  boost::asio::awaitable<boost::system::error_code> connect(std::optional<wire>& into,
                                                            const endpoints& where);
  boost::asio::awaitable<boost::system::error_code> shake_hands(tls_stream& over, bool& asked);

  boost::asio::any_io_executor on_;
  const address& server_;
  gate* gate_;
  std::chrono::milliseconds timeout_;
  boost::asio::ip::tcp::resolver resolver_;
  bool cancelled_ = false; // during this dial
};

} // namespace kotobashi::link

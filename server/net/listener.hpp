#pragma once

#include "server/net/address_book.hpp"
#include "server/net/http_session.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace kotobashi::net {

// Reads ADDRESS:PORT ("127.0.0.1:8080", "[::]:8443"; localhost is 127.0.0.1). Throws std::runtime_error with
// one clear line; `option` is what it says was wrong.
boost::asio::ip::tcp::endpoint parse_endpoint(std::string_view text, std::string_view option);

// One port, and everybody who comes in through it. I/O thread only.
class listener {
public:
  struct settings {
    boost::asio::ip::tcp::endpoint at;
    std::string_view option; // for errors: "--listen"
    address_book::lane lane;
  };
  using tls_for = std::function<ssl_session(int socket)>;
  using arrival = std::function<void(std::shared_ptr<connection>)>;

  // Opens the port. Throws std::runtime_error with one clear line when it is taken or not ours to open.
  listener(boost::asio::io_context& io, const settings& how, address_book& book, const ticker& time,
           metrics& counts);

  // `secure` may be empty: plain. Each connection that has a place goes to `arrived`; the others are told to
  // come back later.
  boost::asio::awaitable<void> run(tls_for secure, arrival arrived);
  void stop();
  boost::asio::ip::tcp::endpoint at() const { return acceptor_.local_endpoint(); }

private:
  boost::asio::awaitable<void> pause();
  void take(boost::asio::ip::tcp::socket socket, const tls_for& secure, const arrival& arrived);

  boost::asio::ip::tcp::acceptor acceptor_;
  settings how_;
  address_book& book_;
  const ticker& time_;
  metrics& counts_;
};

} // namespace kotobashi::net

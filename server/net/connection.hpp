#pragma once

#include "server/net/address_book.hpp"
#include "server/net/limits.hpp"
#include "server/net/metrics.hpp"
#include "server/net/tls.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace kotobashi::net {

// What time it was at the last tick. Deadlines are set from this, so that no request asks the clock.
struct ticker {
  clock::time_point now{};
};

// One client's socket, plain or TLS: reads that wait, writes that need not. I/O thread only.
//
// Whoever waits here is woken by expire(): then reads give 0 and writes fail, from then on.
class connection : public std::enable_shared_from_this<connection> {
public:
  // What the client is waited for, or what it waits for.
  enum class phase { handshake, idle, head, body, working, writing, streaming, lingering };

  connection(boost::asio::ip::tcp::socket socket, ssl_session tls, std::string remote,
             address_book::place place, const ticker& time, metrics& counts);

  bool secure() const { return tls_ != nullptr; }
  const std::string& remote() const { return remote_; }
  phase doing() const { return doing_; }

  // False: there is no TLS to be had with this client.
  boost::asio::awaitable<bool> handshake();

  // At least one byte; 0 when the client has ended, the network has, or the deadline has passed.
  boost::asio::awaitable<std::size_t> read(char* to, std::size_t room);

  // Sends what the system takes at this moment and says how much that was. Never waits.
  std::size_t write_now(std::string_view first, std::string_view second = {});
  // Sends everything. False where that cannot be.
  boost::asio::awaitable<bool> write(std::string_view first, std::string_view second,
                                     std::chrono::milliseconds stall);
  // Calls `then` when a write that was cut short can go on, or the connection has failed.
  void when_writable(std::function<void()> then);

  // Says that nothing more will come from here.
  void end_writing();

  // After this long the client has had its time.
  void enter(phase next, std::chrono::milliseconds at_most);
  void enter(phase next); // without a deadline
  bool overdue(clock::time_point now) const { return now >= deadline_; }
  void expire();
  bool expired() const { return expired_; }
  // The network has ended it, or expire().
  bool failed() const { return failed_ || expired_; }

private:
  boost::asio::awaitable<std::size_t> read_tls(char* to, std::size_t room);
  boost::asio::awaitable<void> wait(boost::asio::ip::tcp::socket::wait_type what);
  std::size_t write_plain(std::string_view first, std::string_view second);
  std::size_t write_tls(std::string_view bytes);
  boost::asio::ip::tcp::socket::wait_type wanted(int ssl_result);

  boost::asio::ip::tcp::socket socket_;
  ssl_session tls_;
  bool failed_ = false, expired_ = false;
  phase doing_ = phase::idle;
  clock::time_point deadline_ = clock::time_point::max();
  const ticker& time_;
  metrics& counts_;
  std::string remote_;
  address_book::place place_;
};

} // namespace kotobashi::net

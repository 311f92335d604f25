#include "server/net/connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace kotobashi::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

connection::connection(tcp::socket socket, ssl_session tls, std::string remote, address_book::place place,
                       const ticker& time, metrics& counts)
    : socket_(std::move(socket)), tls_(std::move(tls)), time_(time), counts_(counts),
      remote_(std::move(remote)), place_(std::move(place)) {}

void connection::enter(phase next, std::chrono::milliseconds at_most) {
  doing_ = next;
  deadline_ = time_.now + at_most;
}

void connection::enter(phase next) {
  doing_ = next;
  deadline_ = clock::time_point::max();
}

void connection::expire() {
  expired_ = true;
  error_code ignored;
  socket_.cancel(ignored);
}

asio::awaitable<bool> connection::handshake() {
  while (!failed()) {
    ERR_clear_error();
    const int done = SSL_do_handshake(tls_.get());
    if (done == 1) co_return true;
    const int why = SSL_get_error(tls_.get(), done);
    if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE)
      failed_ = true;
    else
      co_await wait(wanted(why));
  }
  ++counts_.handshakes_failed;
  co_return false;
}

asio::awaitable<std::size_t> connection::read(char* to, std::size_t room) {
  if (tls_) co_return co_await read_tls(to, room);
  if (failed()) co_return 0;
  error_code failure;
  const asio::mutable_buffer into(to, room);
  const std::size_t got =
      co_await socket_.async_read_some(into, asio::redirect_error(asio::use_awaitable, failure));
  if (failure) failed_ = failure != asio::error::eof;
  if (failure || expired_) co_return 0;
  counts_.bytes_read += got;
  co_return got;
}

asio::awaitable<std::size_t> connection::read_tls(char* to, std::size_t room) {
  while (!failed()) {
    ERR_clear_error();
    std::size_t got = 0;
    const int done = SSL_read_ex(tls_.get(), to, room, &got);
    if (done == 1) {
      counts_.bytes_read += got;
      co_return got;
    }
    const int why = SSL_get_error(tls_.get(), done);
    if (why == SSL_ERROR_ZERO_RETURN) co_return 0;
    if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE)
      failed_ = true;
    else
      co_await wait(wanted(why));
  }
  co_return 0;
}

asio::awaitable<void> connection::wait(tcp::socket::wait_type what) {
  error_code failure;
  co_await socket_.async_wait(what, asio::redirect_error(asio::use_awaitable, failure));
  if (failure) failed_ = true;
}

tcp::socket::wait_type connection::wanted(int ssl_result) {
  return ssl_result == SSL_ERROR_WANT_WRITE ? tcp::socket::wait_write : tcp::socket::wait_read;
}

std::size_t connection::write_now(std::string_view first, std::string_view second) {
  if (failed()) return 0;
  std::size_t sent = tls_ ? write_tls(first) : write_plain(first, second);
  if (tls_ && sent == first.size() && !second.empty()) sent += write_tls(second);
  counts_.bytes_written += sent;
  return sent;
}

std::size_t connection::write_plain(std::string_view first, std::string_view second) {
  std::array<iovec, 2> parts{
      {{const_cast<char*>(first.data()), first.size()}, {const_cast<char*>(second.data()), second.size()}}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = second.empty() ? 1 : 2;
  for (;;) {
    const ssize_t sent =
        second.empty()
            ? ::send(socket_.native_handle(), first.data(), first.size(), MSG_NOSIGNAL | MSG_DONTWAIT)
            : ::sendmsg(socket_.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) return static_cast<std::size_t>(sent);
    if (errno == EINTR) continue;
    if (errno != EAGAIN) failed_ = true;
    return 0;
  }
}

std::size_t connection::write_tls(std::string_view bytes) {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    ERR_clear_error();
    std::size_t now = 0;
    const int done = SSL_write_ex(tls_.get(), bytes.data() + sent, bytes.size() - sent, &now);
    if (done != 1) {
      const int why = SSL_get_error(tls_.get(), done);
      if (why != SSL_ERROR_WANT_WRITE && why != SSL_ERROR_WANT_READ) failed_ = true;
      break;
    }
    sent += now;
  }
  return sent;
}

asio::awaitable<bool> connection::write(std::string_view first, std::string_view second,
                                        std::chrono::milliseconds stall) {
  for (;;) {
    const std::size_t sent = write_now(first, second);
    const std::size_t of_first = std::min(sent, first.size());
    first.remove_prefix(of_first);
    second.remove_prefix(sent - of_first);
    if (first.empty()) std::swap(first, second);
    if (first.empty()) co_return true;
    if (failed()) co_return false;
    if (sent > 0 || doing_ != phase::writing) enter(phase::writing, stall);
    co_await wait(tcp::socket::wait_write);
  }
}

void connection::when_writable(std::function<void()> then) {
  socket_.async_wait(tcp::socket::wait_write,
                     [self = shared_from_this(), then = std::move(then)](error_code failure) {
                       if (failure) self->failed_ = true;
                       then();
                     });
}

void connection::end_writing() {
  if (failed()) return;
  if (tls_) {
    ERR_clear_error();
    SSL_shutdown(tls_.get());
  }
  error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
}

} // namespace kotobashi::net

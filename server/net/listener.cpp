#include "server/net/listener.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/socket.h>
#include <utility>

namespace kotobashi::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::string_view later =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
constexpr std::string_view too_many =
    "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

using keep_idle = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_KEEPIDLE>;
using user_timeout = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_USER_TIMEOUT>;

std::string in_words(const tcp::endpoint& at) {
  return at.address().is_v6() ? fmt::format("[{}]:{}", at.address().to_string(), at.port())
                              : fmt::format("{}:{}", at.address().to_string(), at.port());
}

} // namespace

tcp::endpoint parse_endpoint(std::string_view text, std::string_view option) {
  auto wrong = [&] {
    return std::runtime_error(fmt::format("{} {}: that is not ADDRESS:PORT", option, text));
  };
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) throw wrong();
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (bad != std::errc{} || end != digits.data() + digits.size() || digits.empty()) throw wrong();
  const bool six = host.starts_with('[') && host.ends_with(']');
  if (six) host = host.substr(1, host.size() - 2);
  if (host == "localhost") host = "127.0.0.1";
  error_code failure;
  const auto address = asio::ip::make_address(host, failure);
  if (failure || address.is_v6() != six) throw wrong();
  return {address, port};
}

listener::listener(asio::io_context& io, const settings& how, address_book& book, const ticker& time,
                   metrics& counts)
    : acceptor_(io), how_(how), book_(book), time_(time), counts_(counts) {
  error_code failure;
  auto step = [&](auto&& what) {
    if (!failure) what();
  };
  step([&] { acceptor_.open(how.at.protocol(), failure); });
  step([&] { acceptor_.set_option(tcp::acceptor::reuse_address(true), failure); });
  // What a connection inherits, so that it needs no calls of its own: no waiting for more to send, and an end
  // to clients that have left without a word.
  step([&] { acceptor_.set_option(tcp::no_delay(true), failure); });
  step([&] { acceptor_.set_option(asio::socket_base::keep_alive(true), failure); });
  step([&] { acceptor_.set_option(keep_idle(60), failure); });
  step([&] { acceptor_.set_option(user_timeout(60'000), failure); });
  step([&] { acceptor_.bind(how.at, failure); });
  step([&] { acceptor_.listen(asio::socket_base::max_listen_connections, failure); });
  if (failure)
    throw std::runtime_error(fmt::format("{} {}: {}", how.option, in_words(how.at), failure.message()));
}

asio::awaitable<void> listener::run(tls_for secure, arrival arrived) {
  bool complained = false;
  while (acceptor_.is_open()) {
    error_code failure;
    tcp::socket socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, failure));
    if (failure == asio::error::operation_aborted || !acceptor_.is_open()) break;
    if (!failure) {
      take(std::move(socket), secure, arrived);
      continue;
    }
    // Out of descriptors or memory: those who are here go on, who wants to come in waits in the system's
    // queue.
    if (!std::exchange(complained, true))
      spdlog::error("{} {}: {}", how_.option, in_words(how_.at), failure.message());
    co_await pause();
  }
}

asio::awaitable<void> listener::pause() {
  asio::steady_timer timer(acceptor_.get_executor(), std::chrono::milliseconds(100));
  error_code ignored;
  co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

void listener::take(tcp::socket socket, const tls_for& secure, const arrival& arrived) {
  error_code failure;
  const tcp::endpoint from = socket.remote_endpoint(failure);
  if (!failure) socket.native_non_blocking(true, failure);
  if (failure) return; // gone again
  address_book::answer why{};
  auto place = book_.enter(how_.lane, from.address(), why);
  if (!place) {
    ++counts_.connections_refused;
    const std::string_view answer = why == address_book::answer::full ? later : too_many;
    if (!secure) ::send(socket.native_handle(), answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return;
  }
  ++counts_.connections_accepted;
  ssl_session session = secure ? secure(socket.native_handle()) : nullptr;
  arrived(std::make_shared<connection>(std::move(socket), std::move(session), from.address().to_string(),
                                       std::move(*place), time_, counts_));
}

void listener::stop() {
  error_code ignored;
  acceptor_.close(ignored);
}

} // namespace kotobashi::net

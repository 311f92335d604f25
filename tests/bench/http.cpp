#include "tests/bench/http.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace kotobashi::bench {

namespace asio = boost::asio;
using asio::use_awaitable;

namespace {
int number_in(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::size_t content_length(std::string_view head) {
  constexpr std::string_view name = "\r\ncontent-length: ";
  auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; };
  auto at = std::search(head.begin(), head.end(), name.begin(), name.end(), same);
  if (at == head.end()) return 0;
  return static_cast<std::size_t>(number_in({at + std::ssize(name), head.end()}));
}
} // namespace

connection::connection(asio::any_io_executor on, std::string_view address) : address_(address), socket_(on) {}

asio::awaitable<void> connection::open() {
  auto colon = address_.rfind(':');
  const auto ip = asio::ip::make_address(address_.substr(0, colon));
  const auto port = static_cast<asio::ip::port_type>(number_in(std::string_view(address_).substr(colon + 1)));
  const asio::ip::tcp::endpoint where(ip, port);
  co_await socket_.async_connect(where, use_awaitable);
  socket_.set_option(asio::ip::tcp::no_delay(true));
}

asio::awaitable<std::size_t> connection::read_head() {
  auto buffer = asio::dynamic_buffer(in_);
  co_return co_await asio::async_read_until(socket_, buffer, "\r\n\r\n", use_awaitable);
}

asio::awaitable<answer> connection::call(const ask& what) {
  out_.assign(what.method).append(" ").append(what.target).append(" HTTP/1.1\r\nHost: ").append(address_);
  if (!what.token.empty()) out_.append("\r\nAuthorization: Bearer ").append(what.token);
  if (!what.key.empty()) out_.append("\r\nIdempotency-Key: ").append(what.key);
  if (!what.if_match.empty()) out_.append("\r\nIf-Match: \"").append(what.if_match).append("\"");
  if (!what.body.empty()) out_.append("\r\nContent-Type: application/json");
  if (what.method != "GET") out_.append("\r\nContent-Length: ").append(std::to_string(what.body.size()));
  out_.append("\r\n\r\n").append(what.body);
  co_await asio::async_write(socket_, asio::buffer(out_), use_awaitable);

  in_.clear();
  const std::size_t head = co_await read_head();
  const std::size_t whole = head + content_length(std::string_view(in_).substr(0, head));
  if (in_.size() < whole) {
    auto rest = asio::dynamic_buffer(in_);
    const auto missing = asio::transfer_exactly(whole - in_.size());
    co_await asio::async_read(socket_, rest, missing, use_awaitable);
  }
  co_return answer{number_in(std::string_view(in_).substr(9, 3)), in_.substr(head)};
}

boost::json::value expect(int status, const answer& got) {
  if (got.status != status)
    throw std::runtime_error("expected " + std::to_string(status) + ", got " + std::to_string(got.status) +
                             ": " + got.body);
  return got.body.empty() ? boost::json::value() : boost::json::parse(got.body);
}

} // namespace kotobashi::bench

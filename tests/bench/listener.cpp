#include "tests/bench/listener.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <cstdint>
#include <stdexcept>

namespace kotobashi::bench {

namespace asio = boost::asio;
using asio::use_awaitable;

listener::listener(asio::any_io_executor on, stream_kind kind, std::string_view mark, on_message told)
    : socket_(on), kind_(kind), mark_(mark), told_(std::move(told)) {}

asio::awaitable<void> listener::open(const asio::ip::tcp::endpoint& where, const std::string& request) {
  co_await socket_.async_connect(where, use_awaitable);
  co_await asio::async_write(socket_, asio::buffer(request), use_awaitable);
  auto buffer = asio::dynamic_buffer(waiting_);
  const std::size_t head = co_await asio::async_read_until(socket_, buffer, "\r\n\r\n", use_awaitable);
  const std::string_view expected = kind_ == stream_kind::sse ? "HTTP/1.1 200" : "HTTP/1.1 101";
  if (!waiting_.starts_with(expected))
    throw std::runtime_error("the server answered: " + waiting_.substr(0, head));
  waiting_.erase(0, head);
  socket_.non_blocking(true);
}

void listener::listen(std::span<char> room) {
  room_ = room;
  take_messages();
  socket_.async_wait(asio::ip::tcp::socket::wait_read, [this](boost::system::error_code failed) {
    if (!failed) read_all();
  });
}

void listener::read_all() {
  boost::system::error_code failed;
  for (;;) {
    const std::size_t got = socket_.read_some(asio::buffer(room_.data(), room_.size()), failed);
    waiting_.append(room_.data(), got);
    if (failed || got < room_.size()) break;
  }
  if (!failed || failed == asio::error::would_block) listen(room_);
}

void listener::take_messages() {
  while (const std::size_t taken = kind_ == stream_kind::sse ? take_event() : take_frame())
    waiting_.erase(0, taken);
}

// Length of the event that stands at the beginning, 0 where it is not whole.
std::size_t listener::take_event() {
  const auto end = waiting_.find("\n\n");
  if (end == std::string::npos) return 0;
  const auto event = std::string_view(waiting_).substr(0, end);
  const auto data = event.find("data: ");
  if (data != std::string_view::npos && event.find(mark_) != std::string_view::npos)
    told_(event.substr(data + 6));
  return end + 2;
}

// The same for a frame (RFC 6455, 5.2); a server's frames have no mask.
std::size_t listener::take_frame() {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(waiting_[at]); };
  if (waiting_.size() < 2) return 0;
  const std::size_t short_length = byte(1) & 0x7fu;
  const std::size_t extra = short_length == 126 ? 2 : short_length == 127 ? 8 : 0;
  if (waiting_.size() < 2 + extra) return 0;
  std::size_t length = extra == 0 ? short_length : 0;
  for (std::size_t i = 0; i < extra; ++i) length = length << 8 | byte(2 + i);
  if (waiting_.size() < 2 + extra + length) return 0;
  const auto payload = std::string_view(waiting_).substr(2 + extra, length);
  const bool is_text = (byte(0) & 0x0fu) == 1;
  if (is_text && payload.find(mark_) != std::string_view::npos) told_(payload);
  return 2 + extra + length;
}

} // namespace kotobashi::bench

#include "tests/net/wire.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace kotobashi::test {

namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

sockaddr_in loopback(const char* address, std::uint16_t port) {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  inet_pton(AF_INET, address, &at.sin_addr);
  return at;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

} // namespace

std::string answer::header(std::string_view name) const {
  for (const auto& [each, value] : headers)
    if (each == name) return value;
  return {};
}

std::size_t answer::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(), [&](const auto& each) { return each.first == name; }));
}

wire::wire(std::uint16_t port, const char* from, int receive_buffer)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (socket_ < 0) fail("socket");
  const timeval patience{10, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  const int at_once = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  if (receive_buffer > 0) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  if (from) {
    const sockaddr_in here = loopback(from, 0);
    if (::bind(socket_, reinterpret_cast<const sockaddr*>(&here), sizeof here) != 0) fail("bind");
  }
  const sockaddr_in there = loopback("127.0.0.1", port);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&there), sizeof there) != 0) fail("connect");
}

wire::~wire() {
  if (socket_ >= 0) ::close(socket_);
}

wire::wire(wire&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_)), broken_(other.broken_) {}

void wire::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && (errno == EPIPE || errno == ECONNRESET))
      return; // the server has had enough; its answer is still to be read
    if (sent < 0) fail("send");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::size_t wire::try_send(std::string_view bytes) {
  const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  return sent < 0 ? 0 : static_cast<std::size_t>(sent);
}

void wire::end_sending() {
  ::shutdown(socket_, SHUT_WR);
}

bool wire::fill() {
  char bytes[16384];
  const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
  if (got < 0 && errno == ECONNRESET) {
    broken_ = true;
    return false;
  }
  if (got < 0) fail("recv");
  buffer_.append(bytes, static_cast<std::size_t>(got));
  return got > 0;
}

std::string wire::read(std::size_t count) {
  while (buffer_.size() < count)
    if (!fill()) throw std::runtime_error("the connection ended early, after: " + buffer_);
  std::string out = buffer_.substr(0, count);
  buffer_.erase(0, count);
  return out;
}

std::string wire::read_until(std::string_view mark) {
  std::size_t at;
  while ((at = buffer_.find(mark)) == std::string::npos)
    if (!fill()) throw std::runtime_error("the connection ended early, after: " + buffer_);
  return read(at + mark.size());
}

std::string wire::read_to_end() {
  while (fill()) {
  }
  return std::exchange(buffer_, {});
}

bool wire::ended() {
  return buffer_.empty() && !fill();
}

answer wire::read_answer(bool to_head) {
  answer out;
  std::string head = read_until("\r\n\r\n");
  out.status = static_cast<unsigned>(std::stoul(head.substr(9, 3)));
  std::size_t at = head.find("\r\n") + 2;
  while (at + 2 < head.size()) {
    const std::size_t end = head.find("\r\n", at), colon = head.find(": ", at);
    out.headers.emplace_back(lower(head.substr(at, colon - at)), head.substr(colon + 2, end - colon - 2));
    at = end + 2;
  }
  const bool no_body = to_head || out.status < 200 || out.status == 204 || out.status == 304;
  if (const std::string length = out.header("content-length"); !no_body && !length.empty())
    out.body = read(std::stoul(length));
  return out;
}

unsigned status_of(std::uint16_t port, std::string_view bytes) {
  wire one(port);
  one.send(bytes);
  return one.read_answer(bytes.starts_with("HEAD ")).status;
}

} // namespace kotobashi::test

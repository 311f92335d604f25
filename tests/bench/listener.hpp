#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace kotobashi::bench {

enum class stream_kind { sse, websocket };

// One open event stream. It only counts whole messages that contain a mark, so that what is measured is the
// server. Single thread.
class listener {
public:
  // Called with the payload of each message that has the mark.
  using on_message = std::function<void(std::string_view payload)>;

  listener(boost::asio::any_io_executor on, stream_kind kind, std::string_view mark, on_message told);

  // Connects and sends the request; returns when the server has agreed. Throws where it does not.
  boost::asio::awaitable<void> open(const boost::asio::ip::tcp::endpoint& where, const std::string& request);
  // Reads until the connection ends. `room` is used for every read and may be shared by all listeners.
  void listen(std::span<char> room);

private:
  void read_all();
  void take_messages();
  std::size_t take_event();
  std::size_t take_frame();

  boost::asio::ip::tcp::socket socket_;
  stream_kind kind_;
  std::string_view mark_;
  on_message told_;
  std::span<char> room_;
  std::string waiting_; // the beginning of a message
};

} // namespace kotobashi::bench

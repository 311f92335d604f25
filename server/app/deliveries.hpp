#pragma once

#include "server/app/adapters.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <span>
#include <vector>

namespace kotobashi::app {

// Committed events on their way to the hub, one after the other: bodies are read from the database in
// between, and the order of seq has to stay. I/O thread only.
class deliveries {
public:
  deliveries(boost::asio::any_io_executor io, event_feed& from) : io_(std::move(io)), from_(from) {}
  void open(net::hub& to) { to_ = &to; }
  void close() { to_ = nullptr; }
  // After a commit.
  void committed(std::span<const event> events);

private:
  boost::asio::awaitable<void> work_off();

  boost::asio::any_io_executor io_;
  event_feed& from_;
  net::hub* to_ = nullptr;
  std::vector<event> waiting_;
  bool working_ = false;
};

} // namespace kotobashi::app

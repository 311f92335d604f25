#pragma once

#include "client/link/backoff.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <memory>
#include <optional>

namespace kotobashi::link {

using monotonic = std::chrono::steady_clock::time_point;

// A wait that ends after a time or when somebody rings. One waiter at a time; ringing without a waiter does
// nothing.
class alarm {
public:
  virtual ~alarm() = default;
  virtual boost::asio::awaitable<void> wait(std::optional<std::chrono::milliseconds> at_most) = 0;
  virtual void ring() = 0;
};

// Time and chance of the link, given from outside so that tests need not wait.
class surroundings {
public:
  virtual ~surroundings() = default;
  virtual monotonic now() const = 0;
  virtual double chance() = 0; // from 0 to 1
  virtual std::unique_ptr<alarm> make_alarm(boost::asio::any_io_executor on) = 0;
};

std::unique_ptr<surroundings> real_surroundings();

} // namespace kotobashi::link

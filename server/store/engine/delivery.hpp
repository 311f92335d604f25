#pragma once

#include "server/model/log.hpp"
#include "server/store/engine/job.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace kotobashi::store {

// Brings what was committed back to the I/O side: one post for the events and everyone who waits on that
// executor, and one for each other executor.
class delivery {
public:
  using on_commit = std::function<void(std::span<const event>)>;

  delivery(boost::asio::any_io_executor io, on_commit committed);
  void operator()(std::vector<std::unique_ptr<waiter>> waiters, std::vector<event> events = {}) const;

private:
  boost::asio::any_io_executor io_;
  std::shared_ptr<const on_commit> committed_; // outlives the engine in what is still on its way
};

} // namespace kotobashi::store

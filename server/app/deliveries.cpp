#include "server/app/deliveries.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <spdlog/spdlog.h>

namespace kotobashi::app {

void deliveries::committed(std::span<const event> events) {
  if (!to_) return;
  waiting_.insert(waiting_.end(), events.begin(), events.end());
  if (working_) return;
  working_ = true;
  boost::asio::co_spawn(io_, work_off(), [this](std::exception_ptr failed) {
    working_ = false;
    if (!failed) return;
    try {
      std::rethrow_exception(failed);
    } catch (const std::exception& why) {
      spdlog::error("events could not be delivered: {}", why.what());
    }
    if (to_) to_->send_away(); // they come back for what they have missed
  });
}

boost::asio::awaitable<void> deliveries::work_off() {
  while (to_ && !waiting_.empty()) {
    std::vector<event> now;
    now.swap(waiting_);
    co_await from_.deliver(std::move(now), *to_);
  }
}

} // namespace kotobashi::app

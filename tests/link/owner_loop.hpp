#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stdexcept>

namespace kotobashi::test {

// The thread of a test as an event loop, as a window's thread is one: what is delivered runs while the test
// waits.
class owner_loop {
public:
  void deliver(std::function<void()> what) {
    std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(what));
    arrived_.notify_one();
  }

  // Runs what comes until `reached` holds. Throws when it does not within half a minute.
  template <class Condition>
  void until(Condition reached) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!reached()) {
      std::unique_lock lock(mutex_);
      if (!arrived_.wait_until(lock, end, [this] { return !waiting_.empty(); }))
        throw std::runtime_error("what the test waited for did not happen");
      auto next = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      next();
    }
  }

private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> waiting_;
};

} // namespace kotobashi::test

#pragma once

#include "server/store/engine/job.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace kotobashi::store {

// Jobs that wait for a thread, first come first served. Any thread may call anything.
template <class Context>
class job_queue {
public:
  explicit job_queue(std::size_t limit) : limit_(limit) {}

  // Takes a place for a job that `push` brings next. False: all are taken, or the queue is closed.
  bool admit() {
    std::lock_guard hold(guard_);
    if (closed_ || places_ >= limit_) return false;
    ++places_;
    return true;
  }
  void push(job<Context>& next) {
    std::lock_guard hold(guard_);
    waiting_.push_back(&next);
    if (idle_ > 0) came_.notify_one();
  }
  // No job is admitted from now on; those that wait are still taken.
  void close() {
    std::lock_guard hold(guard_);
    closed_ = true;
    came_.notify_all();
  }

  // Waits for jobs and takes up to `most`. Empty: nothing came in `patience`, if that is given, or the queue
  // is closed and done.
  std::vector<job<Context>*> take(std::size_t most, std::optional<std::chrono::milliseconds> patience = {}) {
    std::unique_lock hold(guard_);
    auto ready = [this] { return !waiting_.empty() || (closed_ && places_ == 0); };
    ++idle_;
    if (patience) {
      came_.wait_for(hold, *patience, ready);
    } else {
      came_.wait(hold, ready);
    }
    --idle_;
    auto count = static_cast<std::ptrdiff_t>(std::min(most, waiting_.size()));
    std::vector<job<Context>*> taken(waiting_.begin(), waiting_.begin() + count);
    waiting_.erase(waiting_.begin(), waiting_.begin() + count);
    places_ -= taken.size();
    if (closed_) came_.notify_all();
    return taken;
  }
  bool done() const {
    std::lock_guard hold(guard_);
    return closed_ && places_ == 0;
  }

private:
  const std::size_t limit_;
  mutable std::mutex guard_;
  std::condition_variable came_;
  std::deque<job<Context>*> waiting_;
  std::size_t places_ = 0; // admitted and not taken yet
  std::size_t idle_ = 0;   // threads that wait
  bool closed_ = false;
};

} // namespace kotobashi::store

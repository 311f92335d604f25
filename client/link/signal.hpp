#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace kotobashi::link {

// Ends an observation when it ends itself. On another thread than the emitting one, a call that has begun may
// still be going on.
class subscription {
public:
  subscription() = default;
  explicit subscription(std::shared_ptr<void> hold) : hold_(std::move(hold)) {}
  void reset() { hold_.reset(); }

private:
  std::shared_ptr<void> hold_;
};

// A list of functions to call when something happened. They are called on the thread that emits, which is the
// one that the connection's `deliver` posts to; observe() may be called from anywhere, also inside a call.
template <class... Args>
class signal {
public:
  using function = std::function<void(Args...)>;

  [[nodiscard]] subscription observe(function f) {
    auto held = std::make_shared<function>(std::move(f));
    std::lock_guard lock(mutex_);
    std::erase_if(observers_, [](const auto& each) { return each.expired(); });
    observers_.push_back(held);
    return subscription(std::move(held));
  }

  template <class... Given>
  void emit(const Given&... args) const {
    std::vector<std::weak_ptr<function>> now;
    {
      std::lock_guard lock(mutex_);
      now = observers_;
    }
    for (const auto& each : now)
      if (auto held = each.lock()) (*held)(args...);
  }

private:
  mutable std::mutex mutex_;
  std::vector<std::weak_ptr<function>> observers_;
};

} // namespace kotobashi::link

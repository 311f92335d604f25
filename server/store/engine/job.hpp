#pragma once

#include "server/model/result.hpp"

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace kotobashi::store {

class unit_of_work;
class reader;

// Resumes the coroutine that waits for a job. Made where it waits, called there, once.
class waiter {
public:
  virtual ~waiter() = default;
  virtual void resume() = 0;
};

// A job on its way through a thread of the engine. It stands in the frame of the coroutine that waits for it.
template <class Context>
class job {
public:
  job() = default;
  virtual ~job() = default;
  job(const job&) = delete;
  job& operator=(const job&) = delete;

  // Runs it and keeps what came of it; false: it was refused. May be called again: the last run counts.
  // What the job throws goes through, and is kept with `fail`.
  virtual bool run(Context& in) = 0;
  virtual void refuse(refusal why) = 0;
  void fail(std::exception_ptr why) { failed_ = std::move(why); }

  std::unique_ptr<waiter> waiting;

protected:
  std::exception_ptr failed_;
};

template <class F, class Context>
class job_of final : public job<Context> {
public:
  using outcome = std::invoke_result_t<F&, Context&>;
  static_assert(std::is_same_v<outcome, result<typename outcome::value_type>>, "a job returns result<T>");

  explicit job_of(F& work) : work_(work) {}

  bool run(Context& in) override {
    this->failed_ = nullptr;
    outcome_.emplace(work_(in));
    return outcome_->has_value();
  }
  void refuse(refusal why) override {
    this->failed_ = nullptr;
    outcome_.emplace(std::move(why));
  }
  outcome take() {
    if (this->failed_) std::rethrow_exception(std::move(this->failed_));
    return std::move(*outcome_);
  }

private:
  F& work_;
  std::optional<outcome> outcome_;
};

} // namespace kotobashi::store

#pragma once

#include "server/model/result.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace kotobashi::store {

class unit_of_work;
class reader;

// Resumes the coroutine that waits for a job; called once, on the coroutine's executor.
class waiter {
public:
  virtual ~waiter() = default;
  virtual boost::asio::any_io_executor executor() const = 0;
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
  // What the work throws goes through, and is kept with `fail`.
  virtual bool run(Context& in) = 0;
  virtual void refuse(refusal why) = 0;
  virtual bool refused_as(refusal_code code) const = 0;
  void fail(std::exception_ptr why) { failed_ = std::move(why); }

  void wait_with(std::unique_ptr<waiter> one) { waiting_ = std::move(one); }
  std::unique_ptr<waiter> take_waiter() { return std::move(waiting_); }

protected:
  std::exception_ptr failed_;

private:
  std::unique_ptr<waiter> waiting_;
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
  bool refused_as(refusal_code code) const override {
    return !this->failed_ && outcome_ && outcome_->has_error() && outcome_->error().code == code;
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

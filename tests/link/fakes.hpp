#pragma once

#include "client/link/lane.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace kotobashi::test {

namespace asio = boost::asio;
using std::chrono::milliseconds;

// Time that passes when somebody waits for it, and is written down. With `by_hand`, waits end only when they
// are rung.
class fake_surroundings : public link::surroundings {
public:
  link::monotonic at{};
  std::vector<milliseconds> waits;
  bool by_hand = false;

  link::monotonic now() const override { return at; }
  double chance() override { return 1.0; }
  std::unique_ptr<link::alarm> make_alarm(asio::any_io_executor on) override {
    return std::make_unique<fake_alarm>(*this, on);
  }

private:
  class fake_alarm : public link::alarm {
  public:
    fake_alarm(fake_surroundings& of, asio::any_io_executor on) : of_(of), rung_(on) {}
    asio::awaitable<void> wait(std::optional<milliseconds> at_most) override {
      if (at_most) of_.waits.push_back(*at_most);
      if (at_most && !of_.by_hand) {
        of_.at += *at_most;
        co_await asio::post(rung_.get_executor(), asio::use_awaitable);
        co_return;
      }
      rung_.expires_at(link::monotonic::max());
      boost::system::error_code ignored;
      co_await rung_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
    void ring() override { rung_.cancel(); }

  private:
    fake_surroundings& of_;
    asio::steady_timer rung_;
  };
};

// Answers requests by a script, in order, and keeps what it was asked.
class scripted_transport : public link::transport {
public:
  using result = boost::system::result<link::http_reply>;
  using step = std::function<result(const link::http_request&)>;

  explicit scripted_transport(asio::any_io_executor on) : on_(on) {}
  std::deque<step> script;
  std::vector<link::http_request> asked;

  asio::awaitable<result> exchange(link::http_request what) override {
    co_await asio::post(on_, asio::use_awaitable);
    asked.push_back(what);
    if (script.empty()) throw std::logic_error("nobody expected " + what.target);
    step next = std::move(script.front());
    script.pop_front();
    co_return next(what);
  }
  void close() override { ++closed; }
  bool gone_out() const override { return goes_out; }
  int closed = 0;
  bool goes_out = true;

  static step reply(unsigned status, std::string body = "{}",
                    std::optional<std::chrono::seconds> retry_after = {}) {
    link::http_reply out;
    out.status = status;
    out.content.body = std::move(body);
    out.retry_after = retry_after;
    return [out](const link::http_request&) { return result(out); };
  }
  static step fail(boost::system::error_code why) {
    return [why](const link::http_request&) { return result(why); };
  }

private:
  asio::any_io_executor on_;
};

std::string header(const link::http_request& of, std::string_view name);

} // namespace kotobashi::test

#include "client/link/waiting.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <random>

namespace kotobashi::link {

namespace asio = boost::asio;

namespace {
class timer_alarm : public alarm {
public:
  explicit timer_alarm(const asio::any_io_executor& on) : timer_(on) {}

  asio::awaitable<void> wait(std::optional<std::chrono::milliseconds> at_most) override {
    if (at_most)
      timer_.expires_after(*at_most);
    else
      timer_.expires_at(monotonic::max());
    boost::system::error_code rung;
    co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, rung));
  }

  void ring() override { timer_.cancel(); }

private:
  asio::steady_timer timer_;
};

class real : public surroundings {
public:
  monotonic now() const override { return std::chrono::steady_clock::now(); }
  double chance() override { return std::uniform_real_distribution<double>(0, 1)(engine_); }
  std::unique_ptr<alarm> make_alarm(asio::any_io_executor on) override {
    return std::make_unique<timer_alarm>(std::move(on));
  }

private:
  std::mt19937_64 engine_{std::random_device{}()};
};
} // namespace

std::unique_ptr<surroundings> real_surroundings() {
  return std::make_unique<real>();
}

} // namespace kotobashi::link

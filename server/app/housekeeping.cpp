#include "server/app/housekeeping.hpp"

#include "server/api/ending.hpp"
#include "server/api/translating.hpp"
#include "server/domain/notice.hpp"
#include "server/domain/translation.hpp"
#include "server/store/engine/event_log.hpp"
#include "server/store/notice_store.hpp"
#include "server/store/request_store.hpp"
#include "server/store/translation_store.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <spdlog/spdlog.h>

namespace kotobashi::app {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {
constexpr auto round = 1s;
constexpr auto cleaning = 1h;
constexpr auto replies_kept = 7 * 24h;
constexpr std::int64_t events_kept = 100'000;
constexpr auto clock_jump = 30s;

result<int> expire_all(store::unit_of_work& work) {
  int count = 0;
  for (const auto& each : store::expired_by(work.db(), work.now())) {
    auto gone = domain::expire(each);
    store::save(work, gone);
    api::drop_translations(work, {}, gone);
    store::tell(work, {}, "notice.expired", gone.id, gone.revision);
    ++count;
  }
  count += api::end_requests_over(work);
  for (auto& each : store::claims_over_by(work.db(), work.now())) {
    auto open = domain::lapse(std::move(each));
    store::save(work, open);
    store::tell(work, {}, "translation.lapsed", open.id, open.revision);
    ++count;
  }
  return count;
}

bool anything_due(store::connection& db, instant now) {
  return !store::expired_by(db, now).empty() || !store::requests_over_by(db, now).empty() ||
         !store::claims_over_by(db, now).empty();
}

asio::awaitable<void> forget_old(api::services& of) {
  auto job = [&](store::unit_of_work& work) -> result<bool> {
    store::purge_idempotency(work, work.now() - replies_kept);
    auto last = store::last_event(work.db());
    if (last > events_kept) store::trim_events(work, last - events_kept);
    return true;
  };
  co_await of.db.write(job);
}

// Deadlines and expiry go by the clock; when it jumps, people have to look at them.
class clock_watch {
public:
  void look(instant now) {
    auto steady = std::chrono::steady_clock::now();
    if (seen_) {
      auto wall = std::chrono::duration_cast<std::chrono::seconds>(now - wall_);
      auto real = std::chrono::duration_cast<std::chrono::seconds>(steady - steady_);
      if (wall - real > clock_jump || real - wall > clock_jump)
        spdlog::warn("the clock has jumped by {} s: look at times of expiry and of requests",
                     (wall - real).count());
    }
    seen_ = true;
    wall_ = now;
    steady_ = steady;
  }

private:
  bool seen_ = false;
  instant wall_{};
  std::chrono::steady_clock::time_point steady_{};
};
} // namespace

asio::awaitable<int> expire_due(api::services& of) {
  auto look = [](store::reader& in) -> result<bool> { return anything_due(in.db(), in.now()); };
  auto due = co_await of.db.read(look);
  if (!due || !*due) co_return 0;
  auto job = [](store::unit_of_work& work) { return expire_all(work); };
  auto expired = co_await of.db.write(job);
  co_return expired ? *expired : 0;
}

asio::awaitable<void> keep_house(api::services& of, asio::steady_timer& timer, const bool& ending) {
  clock_watch watch;
  auto next_cleaning = std::chrono::steady_clock::now() + cleaning;
  while (!ending) {
    timer.expires_after(round);
    boost::system::error_code ended;
    co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ended));
    if (ending) co_return;
    watch.look(of.now());
    try {
      co_await expire_due(of);
      if (std::chrono::steady_clock::now() < next_cleaning) continue;
      next_cleaning = std::chrono::steady_clock::now() + cleaning;
      co_await forget_old(of);
    } catch (const std::exception& why) { // a broken disk: the next round tries again
      spdlog::error("housekeeping failed: {}", why.what());
    }
  }
}

} // namespace kotobashi::app

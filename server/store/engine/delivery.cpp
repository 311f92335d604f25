#include "server/store/engine/delivery.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <iterator>

namespace kotobashi::store {

namespace asio = boost::asio;

namespace {
using waiters = std::vector<std::unique_ptr<waiter>>;

// What a coroutine throws on its way must not keep the others waiting.
void resume_all(const asio::any_io_executor& on, waiters those) {
  for (auto each = those.begin(); each != those.end(); ++each) {
    try {
      (*each)->resume();
    } catch (...) {
      waiters rest(std::make_move_iterator(std::next(each)), std::make_move_iterator(those.end()));
      if (!rest.empty())
        asio::post(on, [on, rest = std::move(rest)]() mutable { resume_all(on, std::move(rest)); });
      throw;
    }
  }
}

waiters take_those_on(const asio::any_io_executor& executor, waiters& from) {
  auto others = std::stable_partition(from.begin(), from.end(),
                                      [&](auto& each) { return each->executor() == executor; });
  waiters out(std::make_move_iterator(from.begin()), std::make_move_iterator(others));
  from.erase(from.begin(), others);
  return out;
}
} // namespace

delivery::delivery(asio::any_io_executor io, on_commit committed)
    : io_(std::move(io)), committed_(std::make_shared<const on_commit>(std::move(committed))) {}

void delivery::operator()(waiters all, std::vector<event> events) const {
  auto on_io = take_those_on(io_, all);
  if (!on_io.empty() || !events.empty()) {
    asio::post(io_, [io = io_, committed = committed_, events = std::move(events),
                     those = std::move(on_io)]() mutable {
      if (!events.empty() && *committed) (*committed)(events);
      resume_all(io, std::move(those));
    });
  }
  while (!all.empty()) {
    auto executor = all.front()->executor();
    asio::post(executor, [executor, those = take_those_on(executor, all)]() mutable {
      resume_all(executor, std::move(those));
    });
  }
}

} // namespace kotobashi::store

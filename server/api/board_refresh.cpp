#include "server/api/board_refresh.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace kotobashi::api {

namespace {
using namespace std::chrono_literals;
constexpr auto longest_pause = 500ms;
} // namespace

boost::asio::awaitable<void> refresh_board(services& of) {
  boost::asio::steady_timer pause(co_await boost::asio::this_coro::executor);
  for (std::chrono::milliseconds wait = 10ms;;
       wait = std::min<std::chrono::milliseconds>(2 * wait, longest_pause)) {
    const auto begun = of.board.begin();
    auto look = [&begun](store::reader& in) -> result<board_reading> {
      return read_board(in.db(), in.now(), begun.known);
    };
    auto read = co_await of.db.read(look);
    if (!read) { // refused as busy
      pause.expires_after(wait);
      co_await pause.async_wait(boost::asio::use_awaitable);
      continue;
    }
    if (of.board.replace(begun, std::move(*read))) co_return;
  }
}

} // namespace kotobashi::api

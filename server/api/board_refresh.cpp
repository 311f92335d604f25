#include "server/api/board_refresh.hpp"

namespace kotobashi::api {

boost::asio::awaitable<void> refresh_board(services& of) {
  auto look = [&](store::reader& in) -> result<board_content> { return read_board(in.db(), in.now()); };
  auto content = co_await of.db.read(look);
  if (content)
    of.board.replace(
        std::move(*content)); // refused as busy: the next refresh, due with the event, comes through
}

} // namespace kotobashi::api

#include "server/api/board_refresh.hpp"

namespace kotobashi::api {

boost::asio::awaitable<void> refresh_board(services& of) {
  for (;;) {
    const auto begun = of.board.begin();
    auto look = [&begun](store::reader& in) -> result<board_reading> {
      return read_board(in.db(), in.now(), begun.known);
    };
    auto read = co_await of.db.read(look);
    if (!read) co_return; // refused as busy: with the next change
    if (of.board.replace(begun, std::move(*read))) co_return;
  }
}

} // namespace kotobashi::api

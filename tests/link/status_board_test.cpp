#include "client/link/session_keeper.hpp"
#include "client/link/status_board.hpp"

#include <boost/asio/error.hpp>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace link;

namespace {
const boost::system::error_code refused = boost::asio::error::connection_refused;
constexpr instant t1{1}, t2{2}, t3{3}, t4{4};
} // namespace

TEST_CASE("without an event stream any answer says that the server is there") {
  status_board board;
  CHECK(board.unreachable(t1, refused));
  CHECK(board.now().reach == reach::away);
  CHECK(board.answered(t2));
  CHECK(board.now().reach == reach::live);
  CHECK(board.now().since == t2);
  CHECK_FALSE(board.answered(t3));
}

TEST_CASE("away counts from the first failure, whatever fails afterwards") {
  status_board board;
  board.unreachable(t1, refused);
  board.unreachable(t2, boost::asio::error::timed_out);
  CHECK(board.now().since == t1);
  CHECK(board.now().why == boost::asio::error::timed_out);
}

TEST_CASE("while events are followed, only the open stream is live") {
  status_board board;
  CHECK(board.stream_connecting(t1));
  CHECK(board.stream_live(t2));
  CHECK(board.now().following);
  CHECK(board.stream_broken(t3, refused));
  CHECK_FALSE(board.now().following);
  CHECK_FALSE(board.answered(t4));
  CHECK(board.now().reach == reach::away);
  CHECK_FALSE(board.stream_connecting(t4));
  CHECK(board.stream_live(t4));
  CHECK(board.now().reach == reach::live);
}

TEST_CASE("a call that failed once does not leave a live stream away for ever") {
  status_board board;
  board.stream_live(t1);
  board.unreachable(t2, refused);
  CHECK(board.answered(t3));
  CHECK(board.now().reach == reach::live);
}

TEST_CASE("the account stays known when its session ends, until it signs out") {
  status_board board;
  session_keeper keeper;
  signed_in session;
  session.token = "token";
  session.account.name = "desk";
  keeper.open(session);
  CHECK(board.session(keeper));
  CHECK(board.now().session == session_state::signed_in);
  CHECK(keeper.over("token"));
  board.session(keeper);
  CHECK(board.now().session == session_state::signed_out);
  CHECK(board.now().account->name == "desk");
  keeper.forget();
  board.session(keeper);
  CHECK_FALSE(board.now().account);
}

#include "server/api/board_refresh.hpp"
#include "server/store/schema.hpp"
#include "server/store/tables.hpp"
#include "tests/support/files.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <doctest/doctest.h>

#include <future>

using namespace kotobashi;
namespace asio = boost::asio;

namespace {
struct small_center {
  small_center()
      : db(io.get_executor(), narrow(), store::center_migrations()),
        texts(test::source_directory() / "templates", test::source_directory() / "langpacks"),
        services({.db = db,
                  .texts = texts,
                  .center = center,
                  .roster_words = roster_words,
                  .heavy = heavy.get_executor()}) {}

  // One job is read, one waits, a third is refused.
  store::options narrow() const {
    store::options out;
    out.directory = directory.path() / "data";
    out.queue_limit = 1;
    out.readers = 1;
    return out;
  }
  void open() {
    auto job = [](store::unit_of_work& work) -> result<bool> {
      activation made;
      made.id = work.new_id<activation>();
      made.title = "地震";
      made.activated_at = work.now();
      store::add(work, made);
      return true;
    };
    asio::co_spawn(
        io, [&]() -> asio::awaitable<void> { co_await db.write(job); }, asio::detached);
    io.run();
    io.restart();
  }

  test::temporary_directory directory;
  asio::io_context io{1};
  asio::thread_pool heavy{1};
  store::engine db;
  words::library texts;
  domain::center center;
  roster::vocabulary roster_words;
  api::services services;
};
} // namespace

TEST_CASE_FIXTURE(small_center, "a board that cannot be read because too much waits is read once it can be") {
  open();
  std::promise<void> begun, let_go;
  auto held = let_go.get_future().share();
  auto first = [&](store::reader&) -> result<bool> {
    begun.set_value();
    held.wait();
    return true;
  };
  auto second = [&](store::reader&) -> result<bool> { return true; };
  asio::co_spawn(
      io, [&]() -> asio::awaitable<void> { co_await db.read(first); }, asio::detached);
  io.poll();
  begun.get_future().wait();
  asio::co_spawn(
      io, [&]() -> asio::awaitable<void> { co_await db.read(second); }, asio::detached);
  bool told = false;
  asio::co_spawn(io, api::refresh_board(services), [&](const std::exception_ptr&) { told = true; });
  io.poll();
  REQUIRE(db.counters().busy > 0);
  CHECK_FALSE(told);
  let_go.set_value();
  io.run();
  CHECK(told);
  CHECK(services.board.content().opening.has_value());
}

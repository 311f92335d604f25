#pragma once

#include "server/store/engine/engine.hpp"
#include "tests/support/files.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace kotobashi::test {

inline constexpr store::migration item_table{"0001 items", R"(
CREATE TABLE item (
  id TEXT NOT NULL PRIMARY KEY,
  n BIGINT NOT NULL CHECK (n >= 0)
);
CREATE TABLE part (
  id TEXT NOT NULL PRIMARY KEY,
  item TEXT NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED
);
)"};

// A job that adds an item with an event and an audit line.
inline void add_item(store::unit_of_work& work, const std::string& id, std::int64_t n = 0) {
  work.db().run("INSERT INTO item (id, n) VALUES ($id, $n)", "id", id, "n", n);
  work.emit("item.added", "item", id, 1);
  work.audit("", "item.add", "item", id);
}

inline std::int64_t count(store::connection& db, std::string_view sql) {
  auto row = db.query(sql);
  return row.step() ? row.get<std::int64_t>(0) : 0;
}

// An engine on a directory, and the I/O loop that its coroutines run on.
class running_engine {
public:
  explicit running_engine(store::options how, store::engine::on_commit committed = {})
      : db_(std::make_unique<store::engine>(io_.get_executor(), how, std::span(&item_table, 1),
                                            std::move(committed))) {}

  store::engine& db() { return *db_; }
  void close() { db_.reset(); }

  // Starts a coroutine; `wait` runs all that were started. The first exception of one comes out of `wait`.
  template <class F>
  void start(F coroutine) {
    boost::asio::co_spawn(io_, std::move(coroutine), [this](std::exception_ptr why) {
      if (why && !failed_) failed_ = why;
    });
  }
  void wait() {
    io_.restart();
    io_.run();
    if (failed_) std::rethrow_exception(std::exchange(failed_, nullptr));
  }
  // Runs what can run now.
  void poll() {
    io_.restart();
    io_.poll();
  }

  // One job, from its start to its answer.
  template <class F>
  auto write(F work) {
    std::optional<std::invoke_result_t<F&, store::unit_of_work&>> out;
    start([&]() -> boost::asio::awaitable<void> { out.emplace(co_await db_->write(work)); });
    wait();
    return std::move(*out);
  }
  template <class F>
  auto read(F work) {
    std::optional<std::invoke_result_t<F&, store::reader&>> out;
    start([&]() -> boost::asio::awaitable<void> { out.emplace(co_await db_->read(work)); });
    wait();
    return std::move(*out);
  }
  result<void> add(const std::string& id, std::int64_t n = 0) {
    return write([&](store::unit_of_work& work) -> result<void> {
      add_item(work, id, n);
      return {};
    });
  }
  std::int64_t count(std::string_view sql) {
    return *read([&](store::reader& in) -> result<std::int64_t> { return test::count(in.db(), sql); });
  }

private:
  boost::asio::io_context io_{1};
  std::exception_ptr failed_;
  std::unique_ptr<store::engine> db_;
};

inline store::options in(const temporary_directory& directory) {
  store::options out;
  out.directory = directory.path() / "data";
  return out;
}

} // namespace kotobashi::test

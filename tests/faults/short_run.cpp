#include "tests/faults/short_run.hpp"

#include "server/store/engine/database.hpp"
#include "server/store/engine/event_log.hpp"

#include <array>

namespace kotobashi::faults {

namespace {
using test::count;

std::string id_of(std::int64_t number) {
  return "item " + std::to_string(number);
}

auto adds(std::int64_t number) {
  return [number](store::unit_of_work& work) -> result<void> {
    test::add_item(work, id_of(number), number);
    work.db().run("UPDATE item SET n = n + 0 WHERE n < $n", "n", number % 7);
    return {};
  };
}

boost::asio::awaitable<void> add_one(store::engine& db, std::int64_t number, told& out, disk_log& log) {
  auto job = adds(number);
  try {
    auto done = co_await db.write(job);
    if (done.has_value()) {
      log.mark(number);
      out.kept.insert(number);
    } else if (done.error().code == refusal_code::storage_full) {
      out.storage_full.insert(number);
    }
  } catch (const store::storage_error& why) {
    out.broken.emplace_back(why.what());
  }
}

void check_rows(store::connection& db, const std::set<std::int64_t>& must_be_there,
                std::vector<std::string>& problems) {
  auto check = db.query("PRAGMA integrity_check");
  while (check.step())
    if (auto line = check.get<std::string>(0); line != "ok") problems.push_back("damaged: " + line);
  for (auto number : must_be_there) {
    auto row = db.query("SELECT n FROM item WHERE id = $id", "id", id_of(number));
    if (!row.step()) problems.push_back("lost: " + id_of(number));
  }
  auto items = count(db, "SELECT COUNT(*) FROM item");
  for (const char* sql : {"SELECT COUNT(*) FROM event", "SELECT COALESCE(MAX(seq), 0) FROM event",
                          "SELECT COUNT(*) FROM audit", "SELECT value FROM counter WHERE name = 'event'"})
    if (count(db, sql) != items) problems.push_back(std::string("not the number of items: ") + sql);
  if (auto line = store::first_broken_audit_line(db))
    problems.push_back("audit line " + std::to_string(*line) + " does not fit");
}
} // namespace

store::options small_store(const std::filesystem::path& directory) {
  store::options out;
  out.directory = directory;
  out.readers = 1;
  out.wal_limit = out.wal_hard_limit = 60'000;
  out.quiet = std::chrono::hours(1);
  return out;
}

told add_items(test::running_engine& on, std::int64_t from, int coroutines, int each, disk_log& log) {
  told out;
  for (int c = 0; c < coroutines; ++c) {
    on.start([&, c]() -> boost::asio::awaitable<void> {
      for (int i = 0; i < each; ++i) co_await add_one(on.db(), from + c * each + i, out, log);
    });
  }
  on.wait();
  return out;
}

std::vector<std::string> problems_in(const std::filesystem::path& directory,
                                     const std::set<std::int64_t>& must_be_there) {
  std::vector<std::string> problems;
  auto how = small_store(directory);
  how.sync = store::synchronous::off; // nothing of this copy has to last
  try {
    store::database left(how, std::array{test::item_table}, store::system_clock(), store::system_chance());
    check_rows(left.writer(), must_be_there, problems);
  } catch (const std::exception& why) {
    problems.push_back(std::string("does not open: ") + why.what());
  }
  return problems;
}

} // namespace kotobashi::faults

#include "server/store/engine/database.hpp"
#include "tests/store/engine/running_engine.hpp"

#include <doctest/doctest.h>

#include <array>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace kotobashi::store {

using test::running_engine;

namespace {
std::string refused(const options& how) {
  try {
    database opened(how, {}, system_clock(), system_chance());
  } catch (const cannot_open& why) {
    return why.what();
  }
  return {};
}

// A process of its own that does `what`, says so, and stands still until it is killed.
class other_process {
public:
  template <class F>
  explicit other_process(F what) {
    std::array<int, 2> pipe_ends{};
    REQUIRE(pipe(pipe_ends.data()) == 0);
    pid_ = fork();
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) {
      what();
      if (::write(pipe_ends[1], "x", 1) != 1) _exit(1);
      while (true) pause();
    }
    char ready = 0;
    REQUIRE(::read(pipe_ends[0], &ready, 1) == 1);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
  }
  ~other_process() { kill_it(); }
  other_process(const other_process&) = delete;
  other_process& operator=(const other_process&) = delete;
  void kill_it() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }
  int pid() const { return pid_; }

private:
  int pid_ = -1;
};

std::int64_t pragma(connection& db, const std::string& name) {
  return test::count(db, "PRAGMA " + name);
}
} // namespace

TEST_CASE(
    "a second process on the same directory is refused and told who has it; a killed one leaves it free") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  other_process first([&] { new database(how, {}, system_clock(), system_chance()); });
  CHECK(refused(how) == how.directory.string() + ": another kotobashi-server uses this directory (process " +
                            std::to_string(first.pid()) + ")");
  first.kill_it();
  CHECK(refused(how) == "");
}

TEST_CASE("a directory that cannot be made, or a file that is no database, is one clear line") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  test::write_file(directory.path() / "data", "a file");
  CHECK(refused(how).starts_with(how.directory.string() + ": cannot be made: "));
  how.directory = "/proc/kotobashi";
  CHECK(refused(how).starts_with("/proc/kotobashi: cannot be made: "));
  how.directory = directory.path();
  test::write_file(directory.path() / "kotobashi.db", std::string(8192, 'x'));
  CHECK(refused(how).starts_with((directory.path() / "kotobashi.db").string() +
                                 ": it is damaged, or no database at all: "));
  CHECK(refused(how).find('\n') == std::string::npos);
}

TEST_CASE("files of a new directory are their owner's alone") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  database opened(how, {}, system_clock(), system_chance());
  using std::filesystem::perms;
  auto mode = [](const std::filesystem::path& of) { return std::filesystem::status(of).permissions(); };
  CHECK(mode(how.directory) == perms::owner_all);
  for (const char* name : {"kotobashi.db", "kotobashi.db-wal", "kotobashi.db-shm", "lock"})
    CHECK(mode(how.directory / name) == (perms::owner_read | perms::owner_write));
}

TEST_CASE("the writer's connection is set up for durability and against damaged schemas") {
  test::temporary_directory directory;
  database opened(test::in(directory), {}, system_clock(), system_chance());
  auto& db = opened.writer();
  auto mode = db.query("PRAGMA journal_mode");
  REQUIRE(mode.step());
  CHECK(mode.get<std::string>(0) == "wal");
  CHECK(pragma(db, "synchronous") == 2);
  CHECK(pragma(db, "foreign_keys") == 1);
  CHECK(pragma(db, "trusted_schema") == 0);
  CHECK(pragma(db, "secure_delete") == 1);
  CHECK(pragma(db, "wal_autocheckpoint") == 0);
  CHECK(pragma(db, "mmap_size") == 0);
  CHECK_THROWS_AS(db.prepare("SELECT \"misspelt\""), error);
}

TEST_CASE("a reader cannot write, and its end copies nothing from the WAL") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  database opened(how, std::array{test::item_table}, system_clock(), system_chance());
  auto size = std::filesystem::file_size(how.directory / "kotobashi.db");
  {
    auto reading = opened.open_reader();
    CHECK(pragma(*reading, "trusted_schema") == 0);
    CHECK(test::count(*reading, "SELECT COUNT(*) FROM item") == 0);
    CHECK_THROWS_AS(reading->execute("DELETE FROM item"), storage_error);
  }
  CHECK(std::filesystem::file_size(how.directory / "kotobashi.db") == size);
}

TEST_CASE("a database keeps its epoch, and another one has another") {
  test::temporary_directory directory, elsewhere;
  std::string first;
  {
    database opened(test::in(directory), {}, system_clock(), system_chance());
    first = opened.epoch();
    CHECK(valid_uuid(first));
  }
  database again(test::in(directory), {}, system_clock(), system_chance());
  CHECK(again.epoch() == first);
  database other(test::in(elsewhere), {}, system_clock(), system_chance());
  CHECK(other.epoch() != first);
}

namespace {
void add_rows(running_engine& on, int rows) {
  REQUIRE(on.write([&](unit_of_work& work) -> result<void> {
              for (int n = 0; n < rows; ++n)
                work.db().run("INSERT INTO item (id, n) VALUES ($id, 0)", "id",
                              std::to_string(n) + std::string(200, 'x'));
              return {};
            }).has_value());
}
} // namespace

TEST_CASE("a long WAL left by a kill is served from at once, before any of it is copied") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  how.wal_limit = 1'000'000;
  how.quiet = std::chrono::hours(1);
  other_process killed([&] { add_rows(*new running_engine(how), 8000); });
  killed.kill_it();

  auto file = how.directory / "kotobashi.db";
  auto before = std::filesystem::file_size(file);
  REQUIRE(std::filesystem::file_size(file.string() + "-wal") > how.wal_limit);
  running_engine on(how);
  CHECK(on.count("SELECT COUNT(*) FROM item") == 8000);
  CHECK(std::filesystem::file_size(file) == before);
  CHECK(on.db().counters().checkpoints == 0);
}

TEST_CASE("a long WAL is copied into the database when there is quiet") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  how.wal_limit = 100'000;
  how.quiet = std::chrono::milliseconds(1);
  running_engine on(how);
  auto before = std::filesystem::file_size(how.directory / "kotobashi.db");
  add_rows(on, 1000);
  while (on.db().counters().checkpoints == 0) std::this_thread::yield();
  CHECK(std::filesystem::file_size(how.directory / "kotobashi.db") > before);
  CHECK(on.count("SELECT COUNT(*) FROM item") == 1000);
}

TEST_CASE("a WAL that grows without a quiet moment is copied between two commits") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  how.wal_limit = how.wal_hard_limit = 100'000;
  how.quiet = std::chrono::hours(1);
  running_engine on(how);
  for (int i = 0; i < 200; ++i) REQUIRE(on.add(std::to_string(i)).has_value());
  CHECK(on.db().counters().checkpoints > 0);
  CHECK(std::filesystem::file_size(how.directory / "kotobashi.db-wal") < 400'000);
  CHECK(on.count("SELECT COUNT(*) FROM item") == 200);
}

TEST_CASE("closing copies everything into the database and leaves no WAL") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  {
    running_engine on(how);
    REQUIRE(on.add("a").has_value());
    CHECK(std::filesystem::exists(how.directory / "kotobashi.db-wal"));
  }
  CHECK_FALSE(std::filesystem::exists(how.directory / "kotobashi.db-wal"));
  running_engine on(how);
  CHECK(on.count("SELECT COUNT(*) FROM item") == 1);
}

} // namespace kotobashi::store

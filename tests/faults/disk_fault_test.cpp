#include "tests/faults/crash.hpp"
#include "tests/faults/fault_vfs.hpp"
#include "tests/faults/short_run.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace kotobashi::faults {

namespace fs = std::filesystem;

namespace {
constexpr int coroutines = 3, each = 3;

// A store with a few items, closed: every run starts from a copy of it.
class prepared_store {
public:
  prepared_store() {
    fault_vfs disk("preparing");
    auto how = small_store(path());
    how.vfs = disk.name();
    test::running_engine on(how);
    before_ = add_items(on, 0, 1, 4, disk.log).kept;
  }
  fs::path path() const { return directory_.path() / "prepared"; }
  const std::set<std::int64_t>& items() const { return before_; }

private:
  test::temporary_directory directory_;
  std::set<std::int64_t> before_;
};

// One run on a disk on which the n-th call goes wrong.
class faulty_run {
public:
  faulty_run(const prepared_store& from, fault what, std::int64_t n, bool lasting) : from_(from) {
    fs::copy(from.path(), path());
    auto how = small_store(path());
    how.vfs = disk_.name();
    on_.emplace(how);
    disk_.arm(what, n, lasting);
    told_ = add_items(*on_, 100, coroutines, each, disk_.log);
  }

  bool was_hit() const { return disk_.hit() > 0; }
  const told& answers() const { return told_; }
  test::running_engine& on() { return *on_; }
  fault_vfs& disk() { return disk_; }

  std::set<std::int64_t> acknowledged() const {
    auto out = from_.items();
    out.insert(told_.kept.begin(), told_.kept.end());
    return out;
  }
  // The disk works again: the engine goes on by itself.
  void recover() {
    disk_.disarm();
    auto more = add_items(*on_, 200, 1, 2, disk_.log);
    CHECK(more.kept.size() == 2);
    told_.kept.merge(more.kept);
  }
  void check_after_power_loss(loss how) {
    auto done = disk_.log.all();
    crash_walk walk(done, from_.path(), 20160414);
    walk.go_to(done.size());
    walk.leave(path("left"), how);
    CHECK(problems_in(path("left"), acknowledged()) == std::vector<std::string>{});
    fs::remove_all(path("left"));
  }
  void check_after_closing() {
    on_.reset();
    CHECK(problems_in(path(), acknowledged()) == std::vector<std::string>{});
  }

private:
  fs::path path(const char* name = "data") const { return directory_.path() / name; }

  const prepared_store& from_;
  test::temporary_directory directory_;
  fault_vfs disk_{"disk fault"};
  std::optional<test::running_engine> on_;
  told told_;
};

// What the coroutines were told fits the fault, and every one of them was told something.
void check_answers(const told& answers, fault what) {
  CHECK(answers.kept.size() + answers.storage_full.size() + answers.broken.size() == coroutines * each);
  bool full = what == fault::no_space || what == fault::short_write;
  if (full) CHECK_MESSAGE(answers.broken.empty(), answers.broken.front());
  if (!full) CHECK(answers.storage_full.empty());
}

// Breaks the first, second, third … call until a run ends without meeting the fault. How many runs met it.
int break_every_call(fault what, bool lasting) {
  prepared_store from;
  for (std::int64_t n = 1;; ++n) {
    CAPTURE(name_of(what));
    CAPTURE(n);
    faulty_run run(from, what, n, lasting);
    check_answers(run.answers(), what);
    if (!run.was_hit()) return static_cast<int>(n) - 1;
    for (loss how : {loss::all, loss::torn}) run.check_after_power_loss(how);
    run.recover();
    run.check_after_power_loss(loss::all);
    run.check_after_closing();
  }
}
} // namespace

TEST_CASE("a disk that is full for one call loses nothing that was acknowledged") {
  CHECK(break_every_call(fault::no_space, false) > 20);
}
TEST_CASE("a disk that stays full loses nothing that was acknowledged") {
  CHECK(break_every_call(fault::no_space, true) > 20);
}
TEST_CASE("an input/output error in any one call loses nothing that was acknowledged") {
  CHECK(break_every_call(fault::io_error, false) > 20);
}
TEST_CASE("a disk that stays broken loses nothing that was acknowledged") {
  CHECK(break_every_call(fault::io_error, true) > 20);
}
TEST_CASE("a short write in any one call loses nothing that was acknowledged") {
  CHECK(break_every_call(fault::short_write, false) > 20);
}
TEST_CASE("a read that fails in any one call loses nothing that was acknowledged") {
  CHECK(break_every_call(fault::read_error, false) > 3);
}

TEST_CASE("on a full disk changes are refused as storage_full, reads go on, and it recovers by itself") {
  prepared_store from;
  faulty_run run(from, fault::no_space, 1, true);
  CHECK(run.answers().storage_full.size() == coroutines * each);
  CHECK(run.on().count("SELECT COUNT(*) FROM item") == 4);
  CHECK(run.on().db().counters().storage_full == coroutines * each);
  run.recover();
  CHECK(run.on().count("SELECT COUNT(*) FROM item") == 6);
}

TEST_CASE("a disk that breaks while the store is made is one clear line, and the next start works") {
  for (std::int64_t n = 1;; ++n) {
    test::temporary_directory directory;
    fault_vfs disk("making");
    auto how = small_store(directory.path() / "data");
    how.vfs = disk.name();
    disk.arm(fault::no_space, n, true);
    try {
      test::running_engine on(how);
    } catch (const store::cannot_open& why) {
      std::string line = why.what();
      CHECK(line.starts_with((how.directory / "kotobashi.db").string() + ": "));
      CHECK(line.find('\n') == std::string::npos);
    }
    if (disk.hit() == 0) break;
    disk.disarm();
    CHECK(problems_in(how.directory, {}) == std::vector<std::string>{});
  }
}

} // namespace kotobashi::faults

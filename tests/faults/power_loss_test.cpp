#include "tests/faults/crash.hpp"
#include "tests/faults/fault_vfs.hpp"
#include "tests/faults/short_run.hpp"

#include <doctest/doctest.h>

namespace kotobashi::faults {

namespace {
struct verdict {
  int crashes = 0;
  int lost = 0; // crashes after which something acknowledged was missing
  std::string problems;
};

std::vector<operation> short_run(store::synchronous sync) {
  test::temporary_directory directory;
  fault_vfs disk("power loss");
  auto how = small_store(directory.path() / "data");
  how.vfs = disk.name();
  how.sync = sync;
  test::running_engine on(how);
  for (int round = 0; round < 6; ++round) add_items(on, round * 6, 3, 2, disk.log);
  CHECK(on.db().counters().checkpoints > 1);
  on.close();
  return disk.log.all();
}

bool is_boundary(const operation& done) {
  return done.what == operation::kind::sync || done.what == operation::kind::mark;
}

void crash_at(crash_walk& walk, loss how, verdict& out) {
  test::temporary_directory directory;
  walk.leave(directory.path() / "left", how);
  std::set<std::int64_t> acknowledged(walk.marks().begin(), walk.marks().end());
  auto problems = problems_in(directory.path() / "left", acknowledged);
  ++out.crashes;
  for (const auto& each : problems)
    if (each.starts_with("lost")) {
      ++out.lost;
      break;
    }
  for (const auto& each : problems)
    out.problems += each + " after operation " + std::to_string(walk.at()) + "\n";
}

// Takes the power away before and after every sync, and after every acknowledgement.
verdict crash_everywhere(const std::vector<operation>& done, int enough_lost) {
  verdict out;
  crash_walk walk(done, 20110311);
  for (std::size_t at = 0; at < done.size(); ++at) {
    if (!is_boundary(done[at]) || out.lost >= enough_lost) continue;
    for (std::size_t count : {at, at + 1}) {
      walk.go_to(count);
      for (loss how : {loss::all, loss::none, loss::some, loss::torn}) crash_at(walk, how, out);
    }
  }
  return out;
}
} // namespace

TEST_CASE("no acknowledged change is lost and nothing is damaged, wherever the power goes") {
  auto done = short_run(store::synchronous::full);
  auto found = crash_everywhere(done, 1000);
  CHECK(found.crashes > 200);
  CHECK(found.lost == 0);
  CHECK(found.problems == "");
}

TEST_CASE("the same crashes lose acknowledged changes where nothing is synced: the test can fail") {
  auto done = short_run(store::synchronous::off);
  auto found = crash_everywhere(done, 3);
  CHECK(found.lost >= 3);
}

} // namespace kotobashi::faults

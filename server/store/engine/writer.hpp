#pragma once

#include "server/store/engine/database.hpp"
#include "server/store/engine/delivery.hpp"
#include "server/store/engine/job_queue.hpp"
#include "server/store/engine/ledger.hpp"
#include "server/store/engine/options.hpp"
#include "server/store/engine/unit_of_work.hpp"

#include <atomic>
#include <cstdint>
#include <span>
#include <thread>
#include <vector>

namespace kotobashi::store {

// The thread that writes. It takes every job that waits, runs them inside one transaction, commits once, and
// then lets the jobs be answered. A job that is refused has nearly always written nothing yet; when one has,
// the batch runs again with each job in a savepoint of its own (SQLite copies every page that a savepoint
// touches, which costs more than the job's own changes). When the transaction is lost, the batch runs again
// one by one.
class writer {
public:
  struct counters {
    std::atomic<std::uint64_t> jobs = 0, commits = 0, reruns = 0, storage_full = 0, checkpoints = 0,
                               wal_bytes = 0;
    std::atomic<std::int64_t> last_event = 0;
  };

  writer(const options& how, database& db, uuid_source& ids, clock now, const delivery& deliver);
  ~writer(); // answers what waits

  job_queue<unit_of_work>& queue() { return queue_; }
  const counters& counts() const { return counts_; }

private:
  using batch = std::span<job<unit_of_work>* const>;

  void work();
  enum class jobs_are { together, apart }; // apart: each in a savepoint
  // `undone`: nothing of the batch is kept, because a job that had written was refused or failed.
  // `lost`: nothing is kept, because the transaction itself failed.
  enum class outcome { kept, undone, lost };

  void run(batch jobs);
  outcome commit(batch jobs, jobs_are how);
  outcome run_one(job<unit_of_work>& each, jobs_are how);
  void keep_failure(job<unit_of_work>& of, std::exception_ptr why);
  void answer(batch jobs);
  void checkpoint();

  const options how_;
  database& db_;
  uuid_source& ids_;
  clock now_;
  const delivery& deliver_;
  ledger ledger_;
  job_queue<unit_of_work> queue_;
  counters counts_;
  std::size_t next_forced_checkpoint_; // WAL bytes
  std::vector<event> committed_;
  std::thread thread_;
};

} // namespace kotobashi::store

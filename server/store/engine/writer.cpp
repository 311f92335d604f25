#include "server/store/engine/writer.hpp"

#include "server/store/engine/event_log.hpp"
#include "server/store/engine/transaction.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>
#include <pthread.h>

namespace kotobashi::store {

writer::writer(const options& how, database& db, uuid_source& ids, clock now, const delivery& deliver)
    : how_(how), db_(db), ids_(ids), now_(std::move(now)), deliver_(deliver), ledger_(db.writer()),
      queue_(how.queue_limit), next_forced_checkpoint_(how.wal_hard_limit) {
  counts_.last_event = last_event(db.writer());
  counts_.wal_bytes = db.wal_size();
  thread_ = std::thread([this] { work(); });
}

writer::~writer() {
  queue_.close();
  thread_.join();
}

void writer::work() {
  pthread_setname_np(pthread_self(), "store writer");
  bool tidy = false; // nothing to copy, or readers were in the way: not again before the next commit
  while (!queue_.done()) {
    bool long_wal = !tidy && db_.wal_size() > how_.wal_limit;
    auto jobs = long_wal ? queue_.take(how_.batch_limit, how_.quiet) : queue_.take(how_.batch_limit);
    if (!jobs.empty()) {
      run(jobs);
      tidy = false;
      if (db_.wal_size() > next_forced_checkpoint_) checkpoint();
    } else if (long_wal && !queue_.done()) {
      checkpoint();
      tidy = true;
    }
  }
}

void writer::run(batch jobs) {
  auto came = commit(jobs, jobs_are::together);
  if (came == outcome::undone && jobs.size() > 1) {
    ++counts_.reruns;
    came = commit(jobs, jobs_are::apart);
  }
  if (came == outcome::kept || jobs.size() == 1) return answer(jobs);
  ++counts_.reruns;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    commit(jobs.subspan(i, 1), jobs_are::together);
    answer(jobs.subspan(i, 1));
  }
}

// Where it is not kept, the jobs want to be run again, unless there is but one: that one has been told why. A
// commit that fails is told to all, refused or not: what a job was refused for may not have come about.
writer::outcome writer::commit(batch jobs, jobs_are how) {
  try {
    transaction all(db_.writer());
    ledger_.begin();
    for (auto* each : jobs) {
      auto came = run_one(*each, how);
      if (came == outcome::kept) continue;
      ledger_.forget();
      return came;
    }
    ledger_.before_commit();
    all.commit();
  } catch (const error&) {
    ledger_.forget();
    for (auto* each : jobs) keep_failure(*each, std::current_exception());
    return outcome::lost;
  }
  committed_ = ledger_.committed();
  ++counts_.commits;
  return outcome::kept;
}

writer::outcome writer::run_one(job<unit_of_work>& each, jobs_are how) {
  auto& db = db_.writer();
  const auto before = ledger_.here();
  const auto written = db.total_changes();
  try {
    std::optional<savepoint> part;
    if (how == jobs_are::apart) part.emplace(db);
    unit_of_work work(db, ledger_, ids_, now_());
    const bool keep = each.run(work);
    if (!db.in_transaction()) throw error(0, 0, "database: the job went on after the transaction was lost");
    if (keep && part) part->keep();
    if (keep) return outcome::kept;
  } catch (...) {
    keep_failure(each, std::current_exception());
  }
  ledger_.back_to(before);
  if (!db.in_transaction()) return outcome::lost;
  return how == jobs_are::apart || db.total_changes() == written ? outcome::kept : outcome::undone;
}

void writer::keep_failure(job<unit_of_work>& of, std::exception_ptr why) {
  try {
    std::rethrow_exception(why);
  } catch (const storage_error& disk) {
    if (!disk.full()) return of.fail(std::move(why));
    of.refuse(refuse(refusal_code::storage_full, "the disk is full"));
  } catch (const unstorable_text& text) {
    of.refuse(refuse(refusal_code::invalid, text.what()));
  } catch (...) {
    of.fail(std::move(why));
  }
}

// From here on the jobs may be gone: their coroutines own them.
void writer::answer(batch jobs) {
  counts_.jobs += jobs.size();
  counts_.wal_bytes = db_.wal_size();
  if (!committed_.empty()) counts_.last_event = committed_.back().seq;
  std::vector<std::unique_ptr<waiter>> waiters;
  waiters.reserve(jobs.size());
  for (auto* each : jobs) {
    if (each->refused_as(refusal_code::storage_full)) ++counts_.storage_full;
    waiters.push_back(each->take_waiter());
  }
  deliver_(std::move(waiters), std::exchange(committed_, {}));
}

void writer::checkpoint() {
  bool complete = false;
  try {
    complete = db_.checkpoint();
    ++counts_.checkpoints;
  } catch (const error& why) {
    spdlog::warn("the write-ahead log could not be copied: {}", why.what());
  }
  counts_.wal_bytes = db_.wal_size();
  // A reader that holds on to an old state keeps the WAL from starting anew; trying after each commit would
  // copy little.
  next_forced_checkpoint_ = complete ? how_.wal_hard_limit : db_.wal_size() + how_.wal_hard_limit / 4;
}

} // namespace kotobashi::store

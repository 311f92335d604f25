#include "server/store/engine/writer.hpp"

#include "server/store/engine/event_log.hpp"
#include "server/store/engine/transaction.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
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
  if (commit(jobs)) return answer(jobs);
  if (jobs.size() == 1) return answer(jobs);
  ++counts_.reruns;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    commit(jobs.subspan(i, 1));
    answer(jobs.subspan(i, 1));
  }
}

// False: nothing of the batch is kept, and each job that is not refused or failed by itself has been told so.
bool writer::commit(batch jobs) {
  try {
    transaction all(db_.writer());
    ledger_.begin();
    for (auto* each : jobs) {
      if (run_one(*each)) continue;
      ledger_.forget();
      return false;
    }
    ledger_.before_commit();
    all.commit();
  } catch (const error&) {
    ledger_.forget();
    for (auto* each : jobs) keep_failure(*each, std::current_exception());
    return false;
  }
  committed_ = ledger_.committed();
  ++counts_.commits;
  return true;
}

// False: the transaction is gone.
bool writer::run_one(job<unit_of_work>& each) {
  auto before = ledger_.here();
  try {
    savepoint part(db_.writer());
    unit_of_work work(db_.writer(), ledger_, ids_, now_());
    bool keep = each.run(work);
    if (!db_.writer().in_transaction())
      throw error(0, 0, "database: the job went on after the transaction was lost");
    if (keep) {
      part.keep();
    } else {
      ledger_.back_to(before);
    }
  } catch (...) {
    keep_failure(each, std::current_exception());
    ledger_.back_to(before);
  }
  return db_.writer().in_transaction();
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

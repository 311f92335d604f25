#pragma once

#include "server/model/log.hpp"
#include "server/store/engine/event_log.hpp"
#include "server/store/engine/job.hpp"
#include "server/store/engine/migration.hpp"
#include "server/store/engine/options.hpp"
#include "server/store/engine/outside.hpp"
#include "server/store/engine/unit_of_work.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <type_traits>

namespace kotobashi::store {

// What the engine did since it was opened.
struct engine_counters {
  std::uint64_t jobs = 0;         // write jobs that were answered
  std::uint64_t commits = 0;      // jobs / commits is what group commit gives
  std::uint64_t reruns = 0;       // batches that ran again, in savepoints or one by one
  std::uint64_t busy = 0;         // jobs refused because the queue was full
  std::uint64_t storage_full = 0; // jobs refused because the disk was full
  std::uint64_t checkpoints = 0;
  std::uint64_t wal_bytes = 0;
};

// The database with its threads: one that writes, a few that read.
//
// A job is a function object `result<T>(unit_of_work&)` or `result<T>(reader&)`. It runs on a thread of the
// engine, touches nothing but what it was given, and waits for nothing. A write job may run more than once
// (the last run counts), so it changes nothing outside of the database. Whatever it refers to lives until the
// co_await has returned.
//
//   auto claimed = co_await db.write([&](unit_of_work& work) -> result<request> { … });
//
// What comes back from `write`:
//   a value                 its changes are on disk
//   a refusal of the job    none of its changes are kept
//   refusal busy            too many jobs wait; it did not run (503 with Retry-After)
//   refusal storage_full    the disk is full; none of its changes are kept (507)
//   refusal invalid         it meant to store text that cannot be stored
//   an exception            thrown by the job, or a broken disk (storage_error); none of its changes are kept
//
// Coroutines wait on their own executor, inside something made by co_spawn; cancelling does not reach a job.
class engine {
public:
  using on_commit = std::function<void(std::span<const event>)>;

  // Opens the database (throws cannot_open) and starts the threads. `committed`, if given, is called on `io`
  // after each commit that has events, with these in order, before the jobs of that commit are answered; it
  // does not throw.
  engine(boost::asio::any_io_executor io, const options& how, std::span<const migration> migrations,
         on_commit committed = {}, clock now = system_clock(), chance random = system_chance());
  // Answers every waiting job, then closes. What `io` belongs to must still be there.
  ~engine();
  engine(const engine&) = delete;
  engine& operator=(const engine&) = delete;

  template <class F>
  boost::asio::awaitable<std::invoke_result_t<F&, unit_of_work&>> write(F work) {
    job_of<F, unit_of_work> pending(work);
    co_await wait_for(pending);
    co_return pending.take();
  }
  template <class F>
  boost::asio::awaitable<std::invoke_result_t<F&, reader&>> read(F work) {
    job_of<F, reader> pending(work);
    co_await wait_for(pending);
    co_return pending.take();
  }

  uuid_source& ids();                  // any thread
  const std::string& epoch() const;    // any thread
  std::int64_t last_committed() const; // seq of the last committed event; any thread
  engine_counters counters() const;    // any thread

private:
  boost::asio::awaitable<void> wait_for(job<unit_of_work>& pending);
  boost::asio::awaitable<void> wait_for(job<reader>& pending);

  struct parts;
  std::unique_ptr<parts> parts_;
};

} // namespace kotobashi::store

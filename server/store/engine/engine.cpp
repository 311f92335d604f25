#include "server/store/engine/engine.hpp"

#include "server/store/engine/database.hpp"
#include "server/store/engine/delivery.hpp"
#include "server/store/engine/job_queue.hpp"
#include "server/store/engine/read_pool.hpp"
#include "server/store/engine/writer.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>

namespace kotobashi::store {

namespace asio = boost::asio;

namespace {
template <class Handler>
class waiter_of final : public waiter {
public:
  explicit waiter_of(Handler&& handler) : handler_(std::move(handler)) {}
  asio::any_io_executor executor() const override { return asio::get_associated_executor(handler_); }
  void resume() override { std::move(handler_)(); }

private:
  Handler handler_;
};

// Called with what resumes the coroutine, once that is suspended. From then on the job belongs to a thread of
// the engine.
template <class Context>
struct hand_over {
  job_queue<Context>* to;
  job<Context>* pending;

  template <class Handler>
  void operator()(Handler&& handler) const {
    pending->wait_with(std::make_unique<waiter_of<std::decay_t<Handler>>>(std::forward<Handler>(handler)));
    to->push(*pending);
  }
};

template <class Context>
asio::awaitable<void> wait_in(job_queue<Context>& queue, job<Context>& pending,
                              std::atomic<std::uint64_t>& busy) {
  if (!queue.admit()) {
    ++busy;
    pending.refuse(refuse(refusal_code::busy, "too much to do at the moment"));
    co_return;
  }
  hand_over<Context> initiation{&queue, &pending};
  co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiation, asio::use_awaitable);
}
} // namespace

struct engine::parts {
  delivery deliver;
  uuid_source ids;
  database db;
  writer writing;
  read_pool reading; // ends first: the writer's connection is the last one, and its end empties the WAL
  std::atomic<std::uint64_t> busy = 0;

  parts(asio::any_io_executor io, const options& how, std::span<const migration> migrations,
        on_commit committed, const clock& now, const chance& random)
      : deliver(std::move(io), std::move(committed)), ids(now, random), db(how, migrations, now, random),
        writing(how, db, ids, now, deliver), reading(how, db, now, deliver) {}
};

engine::engine(asio::any_io_executor io, const options& how, std::span<const migration> migrations,
               on_commit committed, clock now, chance random)
    : parts_(std::make_unique<parts>(std::move(io), how, migrations, std::move(committed), now, random)) {}
engine::~engine() = default;

uuid_source& engine::ids() {
  return parts_->ids;
}
const std::string& engine::epoch() const {
  return parts_->db.epoch();
}
std::int64_t engine::last_committed() const {
  return parts_->writing.counts().last_event;
}

engine_counters engine::counters() const {
  const auto& from = parts_->writing.counts();
  return {from.jobs,         from.commits,     from.reruns,   parts_->busy,
          from.storage_full, from.checkpoints, from.wal_bytes};
}

asio::awaitable<void> engine::wait_for(job<unit_of_work>& pending) {
  return wait_in(parts_->writing.queue(), pending, parts_->busy);
}
asio::awaitable<void> engine::wait_for(job<reader>& pending) {
  return wait_in(parts_->reading.queue(), pending, parts_->busy);
}

} // namespace kotobashi::store

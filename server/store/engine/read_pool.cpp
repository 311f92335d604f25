#include "server/store/engine/read_pool.hpp"

#include "server/store/engine/transaction.hpp"

#include <algorithm>
#include <pthread.h>

namespace kotobashi::store {

read_pool::read_pool(const options& how, const database& db, clock now, const delivery& deliver)
    : now_(std::move(now)), deliver_(deliver), queue_(how.queue_limit) {
  for (unsigned i = 0; i < std::max(how.readers, 1u); ++i) connections_.push_back(db.open_reader());
  for (auto& each : connections_) threads_.emplace_back([this, &db = *each] { work(db); });
}

read_pool::~read_pool() {
  queue_.close();
  for (auto& each : threads_) each.join();
}

void read_pool::work(connection& db) {
  pthread_setname_np(pthread_self(), "store reader");
  while (!queue_.done()) {
    for (auto* each : queue_.take(1)) {
      try {
        transaction state(db);
        reader in(db, now_());
        each->run(in);
      } catch (...) {
        each->fail(std::current_exception());
      }
      std::vector<std::unique_ptr<waiter>> one;
      one.push_back(each->take_waiter());
      deliver_(std::move(one));
    }
  }
}

} // namespace kotobashi::store

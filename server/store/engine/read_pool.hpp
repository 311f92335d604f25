#pragma once

#include "server/store/engine/database.hpp"
#include "server/store/engine/delivery.hpp"
#include "server/store/engine/job_queue.hpp"
#include "server/store/engine/options.hpp"
#include "server/store/engine/unit_of_work.hpp"

#include <memory>
#include <thread>
#include <vector>

namespace kotobashi::store {

// The threads that read, each with a connection of its own; each job sees one state of the database.
class read_pool {
public:
  read_pool(const options& how, const database& db, clock now, const delivery& deliver);
  ~read_pool(); // answers what waits

  job_queue<reader>& queue() { return queue_; }

private:
  void work(connection& db);

  clock now_;
  const delivery& deliver_;
  job_queue<reader> queue_;
  std::vector<std::unique_ptr<connection>> connections_;
  std::vector<std::thread> threads_;
};

} // namespace kotobashi::store

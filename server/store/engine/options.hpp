#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>

namespace kotobashi::store {

enum class synchronous {
  full,
  off
}; // off loses acknowledged changes when power fails: it is there for a test that shows so

struct options {
  std::filesystem::path directory; // made when missing; holds kotobashi.db and lock
  std::size_t batch_limit = 512;   // jobs per commit at most; 1 commits every job by itself
  std::size_t queue_limit =
      4096;             // write jobs that wait; one more is refused as busy. Reads have the same limit
  unsigned readers = 2; // threads that read
  std::size_t wal_limit = std::size_t{8} << 20; // bytes; a larger WAL is checkpointed when there is quiet
  std::size_t wal_hard_limit = std::size_t{128} << 20; // bytes; a larger one is checkpointed at once
  std::chrono::milliseconds quiet{250};                // without a job
  std::string vfs;                                     // for tests; empty: the system's
  synchronous sync = synchronous::full;                // for tests
};

} // namespace kotobashi::store

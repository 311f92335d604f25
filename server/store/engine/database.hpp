#pragma once

#include "server/store/engine/connection.hpp"
#include "server/store/engine/migration.hpp"
#include "server/store/engine/options.hpp"
#include "server/store/engine/outside.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace kotobashi::store {

// Holds DIR/lock, so that two servers never share a directory. The lock ends with the process, however it
// ends.
class directory_lock {
public:
  explicit directory_lock(const std::filesystem::path& directory); // throws cannot_open
  ~directory_lock();
  directory_lock(const directory_lock&) = delete;
  directory_lock& operator=(const directory_lock&) = delete;

private:
  int file_;
};

// An open data directory: the lock, the database, its schema brought up to date, and the one connection that
// writes. Nothing is checkpointed here, so a long WAL that a crash left does not delay the start.
class database {
public:
  // Throws cannot_open with one line that names the place.
  database(const options& how, std::span<const migration> migrations, const clock& now, const chance& random);

  connection& writer() { return *writer_; }
  // A connection that only reads and never checkpoints. Must end before the database does.
  std::unique_ptr<connection> open_reader() const;

  // Random text made with the database; a copy keeps it. Positions in the event log are only good together
  // with it.
  const std::string& epoch() const { return epoch_; }
  // Bytes of the WAL that hold changes.
  std::size_t wal_size() const { return wal_pages_ * page_size; }
  // Copies what it can from the WAL into the database without waiting for readers. True: all of it. Writer's
  // thread.
  bool checkpoint();

private:
  static constexpr std::size_t page_size = 4096;
  void watch_wal();

  std::filesystem::path file_;
  std::string vfs_;
  directory_lock lock_;
  std::unique_ptr<connection> writer_;
  std::string epoch_;
  std::size_t wal_pages_ = 0;
};

} // namespace kotobashi::store

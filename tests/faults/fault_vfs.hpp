#pragma once

#include "tests/faults/disk_log.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

struct sqlite3_vfs;

namespace kotobashi::faults {

// How calls of the disk go wrong.
enum class fault {
  no_space,    // ENOSPC: nothing is written
  io_error,    // EIO: nothing is written, or nothing synced
  short_write, // half of it is written, then there is no space
  read_error,  // EIO while reading
};
std::string_view name_of(fault what);

// A VFS of SQLite that goes on to the system's real one, writes down what is written and synced, and breaks
// when told to. It is registered under its name while it lives; connections end before it does.
class fault_vfs {
public:
  // `sync`: also sync the real disk. Only a test that takes the power away by itself needs no real sync.
  explicit fault_vfs(std::string name, bool sync = false);
  ~fault_vfs();
  fault_vfs(const fault_vfs&) = delete;
  fault_vfs& operator=(const fault_vfs&) = delete;

  const std::string& name() const { return name_; }
  disk_log log;

  // From now on the n-th call (from 1) that this fault can meet goes wrong, and with `lasting` all after it.
  void arm(fault what, std::int64_t n, bool lasting);
  void disarm();
  // How many calls went wrong since `arm`.
  std::int64_t hit() const { return hit_; }

  // For the files of this VFS.
  enum class call { read, write, sync, truncate };
  bool goes_wrong(call what);
  fault armed() const { return what_; }
  bool syncs() const { return sync_; }

private:
  std::string name_;
  bool sync_;
  std::unique_ptr<sqlite3_vfs> registered_;
  std::atomic<bool> armed_ = false;
  std::atomic<fault> what_ = fault::no_space;
  std::atomic<std::int64_t> left_ = 0, hit_ = 0;
  std::atomic<bool> lasting_ = false;
};

} // namespace kotobashi::faults

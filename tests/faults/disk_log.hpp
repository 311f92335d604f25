#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::faults {

// One thing that was done to a file, or a mark that the test made.
struct operation {
  enum class kind { write, truncate, sync, failed_sync, remove, sync_directory, mark };
  kind what;
  std::string file;        // its name without the directory
  std::int64_t offset = 0; // write: where; truncate: the new size; mark: its number
  std::string data{};      // write
};

// Everything that was done to the files, in order. Any thread.
class disk_log {
public:
  void add(operation done) {
    std::lock_guard hold(guard_);
    done_.push_back(std::move(done));
  }
  // Something that must not be lost any more, whatever happens after this.
  void mark(std::int64_t number) { add({operation::kind::mark, {}, number}); }
  std::vector<operation> all() const {
    std::lock_guard hold(guard_);
    return done_;
  }

private:
  mutable std::mutex guard_;
  std::vector<operation> done_;
};

} // namespace kotobashi::faults

#pragma once

#include "tests/faults/disk_log.hpp"

#include <filesystem>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace kotobashi::faults {

// What becomes of writes that were not synced when the power goes.
enum class loss {
  all,  // none of them is on the disk
  none, // all of them are: only the process died
  some, // any of them: later ones may be there where earlier ones are not
  torn, // any sectors of any of them
};

// Walks along what was done to a disk and leaves behind what is on it when the power goes there. A write is
// safe after the next sync of its file. After a sync that failed it is as lost as any other, but no later
// sync brings it to the disk: the kernel takes its pages for clean.
class crash_walk {
public:
  // `before`: the files as they safely were at first.
  crash_walk(std::span<const operation> done, const std::filesystem::path& before, std::uint64_t seed);
  explicit crash_walk(std::span<const operation> done, std::uint64_t seed) : done_(done), random_(seed) {}

  // Goes on until `count` operations were done.
  void go_to(std::size_t count);
  // Writes the files that are left to `directory`, which must be new.
  void leave(const std::filesystem::path& directory, loss how);
  // The marks that were passed.
  const std::vector<std::int64_t>& marks() const { return marks_; }
  std::size_t at() const { return at_; }

private:
  using content = std::map<std::string, std::string>;

  void make_removals_safe();
  void apply(content& to, const operation& done) const;
  void apply_some(content& to, const operation& done, loss how);

  std::span<const operation> done_;
  std::size_t at_ = 0;
  std::mt19937_64 random_;
  content safe_;
  std::map<std::string, std::vector<const operation*>> pending_;
  std::vector<std::int64_t> marks_;
};

} // namespace kotobashi::faults

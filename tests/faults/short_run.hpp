#pragma once

#include "server/store/engine/options.hpp"
#include "tests/faults/disk_log.hpp"
#include "tests/store/engine/running_engine.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace kotobashi::faults {

// Small enough that a short run copies the WAL into the database several times.
store::options small_store(const std::filesystem::path& directory);

// What the coroutines of a run were told about their items.
struct told {
  std::set<std::int64_t> kept;         // acknowledged
  std::set<std::int64_t> storage_full; // refused
  std::vector<std::string> broken;     // what those were told that ended with a storage_error
};

// Several coroutines add items number `from` and on, each with an event and an audit line, and change some of
// those that are there. Each acknowledgement is marked in the log.
told add_items(test::running_engine& on, std::int64_t from, int coroutines, int each, disk_log& log);

// Opens what a crash left, the way the server does, and says what is wrong: every number of `must_be_there`
// missing, a damaged file, a gap in seq, a broken audit chain, an item without its event.
std::vector<std::string> problems_in(const std::filesystem::path& directory,
                                     const std::set<std::int64_t>& must_be_there);

} // namespace kotobashi::faults

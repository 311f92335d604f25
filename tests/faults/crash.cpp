#include "tests/faults/crash.hpp"

#include "tests/support/files.hpp"

#include <algorithm>

namespace kotobashi::faults {

namespace fs = std::filesystem;

namespace {
constexpr std::size_t sector = 512;

void put(std::string& to, std::size_t offset, std::string_view data) {
  if (to.size() < offset + data.size()) to.resize(offset + data.size(), '\0');
  std::ranges::copy(data, to.begin() + static_cast<std::ptrdiff_t>(offset));
}
} // namespace

crash_walk::crash_walk(std::span<const operation> done, const fs::path& before, std::uint64_t seed)
    : crash_walk(done, seed) {
  for (const auto& each : fs::directory_iterator(before))
    safe_[each.path().filename().string()] = test::read_file(each.path());
}

void crash_walk::go_to(std::size_t count) {
  for (; at_ < count; ++at_) {
    const operation& now = done_[at_];
    auto& waiting = pending_[now.file];
    switch (now.what) {
    case operation::kind::write:
    case operation::kind::truncate:
    case operation::kind::remove: waiting.push_back(&now); break;
    case operation::kind::sync:
      for (auto* each : waiting) apply(safe_, *each);
      waiting.clear();
      break;
    case operation::kind::failed_sync:
      for (auto* each : waiting) apply_some(safe_, *each, loss::torn);
      waiting.clear();
      break;
    case operation::kind::sync_directory: make_removals_safe(); break;
    case operation::kind::mark: marks_.push_back(now.offset); break;
    }
  }
}

void crash_walk::make_removals_safe() {
  for (auto& [name, waiting] : pending_) {
    auto last =
        std::ranges::find(waiting.rbegin(), waiting.rend(), operation::kind::remove, &operation::what);
    if (last == waiting.rend()) continue;
    safe_.erase(name);
    waiting.erase(waiting.begin(), last.base());
  }
}

void crash_walk::leave(const fs::path& directory, loss how) {
  content left = safe_;
  for (const auto& [name, waiting] : pending_)
    for (auto* each : waiting) apply_some(left, *each, how);
  fs::create_directories(directory);
  for (const auto& [name, data] : left) test::write_file(directory / name, data);
}

void crash_walk::apply(content& to, const operation& done) const {
  switch (done.what) {
  case operation::kind::write: put(to[done.file], static_cast<std::size_t>(done.offset), done.data); break;
  case operation::kind::truncate: to[done.file].resize(static_cast<std::size_t>(done.offset), '\0'); break;
  case operation::kind::remove: to.erase(done.file); break;
  default: break;
  }
}

void crash_walk::apply_some(content& to, const operation& done, loss how) {
  auto lucky = [&] { return (random_() & 1) != 0; };
  if (how == loss::all) return;
  if (how == loss::none) return apply(to, done);
  if (how == loss::some || done.what != operation::kind::write) {
    if (lucky()) apply(to, done);
    return;
  }
  for (std::size_t at = 0; at < done.data.size(); at += sector)
    if (lucky())
      put(to[done.file], static_cast<std::size_t>(done.offset) + at,
          std::string_view(done.data).substr(at, sector));
}

} // namespace kotobashi::faults

#include "server/api/guesses.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
constexpr std::chrono::minutes memory{10};
constexpr int most = 10;
constexpr std::size_t most_subjects = 10'000; // an attacker's invented names do not fill the memory
} // namespace

std::chrono::microseconds guess_counter::closed_for(const std::string& subject, instant now) const {
  auto found = wrong_.find(subject);
  if (found == wrong_.end() || found->second.count < most) return {};
  return std::max<std::chrono::microseconds>(memory - (now - found->second.last), {});
}

void guess_counter::failed(const std::string& subject, instant now) {
  std::erase_if(wrong_, [&](const auto& each) { return now - each.second.last > memory; });
  if (wrong_.size() >= most_subjects && !wrong_.contains(subject)) return;
  auto& of = wrong_[subject];
  ++of.count;
  of.last = now;
}

} // namespace kotobashi::api

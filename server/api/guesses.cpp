#include "server/api/guesses.hpp"

#include "server/api/subscriber.hpp"

#include <algorithm>
#include <utility>

namespace kotobashi::api {

namespace {
constexpr std::chrono::minutes memory{10};
constexpr int most = 10;
} // namespace

std::chrono::microseconds guess_counter::closed_for(const std::string& subject, instant now) const {
  auto found = wrong_.find(subject);
  if (found == wrong_.end() || found->second.count < most) return {};
  return std::max<std::chrono::microseconds>(memory - (now - found->second.last), {});
}

void guess_counter::failed(const std::string& subject, instant now) {
  if (!wrong_.contains(subject)) make_room(now);
  auto& of = wrong_[subject];
  if (now - of.last > memory) of.count = 0;
  ++of.count;
  of.last = now;
}

void guess_counter::make_room(instant now) {
  if (wrong_.size() < most_subjects) return;
  if (std::erase_if(wrong_, [&](const auto& each) { return now - each.second.last > memory; }) > 0) return;
  wrong_.erase(std::ranges::min_element(
      wrong_, {}, [](const auto& each) { return std::pair(each.second.count, each.second.last); }));
}

std::string subject_at(std::string_view address) {
  boost::system::error_code failed;
  auto read = boost::asio::ip::make_address(address, failed);
  return failed ? std::string(address) : subscriber_at(read).to_string();
}

} // namespace kotobashi::api

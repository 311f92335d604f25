#pragma once

#include "server/model/instant.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kotobashi::api {

// Wrong guesses by the subject they were made at, a name or an address: ten within ten minutes, then a pause
// of ten minutes. Subjects are counted without end, and the memory is bounded: one that comes new where it is
// full takes the place of the one with the fewest guesses, of these the one that was quiet for longest. Names
// and addresses have a counter each, so that neither crowds the other out. In memory, I/O thread only.
class guess_counter {
public:
  static constexpr std::size_t most_subjects = 10'000;

  // How long nobody gets in by this name or from this address; zero: they may try.
  std::chrono::microseconds closed_for(const std::string& subject, instant now) const;
  void failed(const std::string& subject, instant now);
  void succeeded(const std::string& subject) { wrong_.erase(subject); }
  std::size_t subjects() const { return wrong_.size(); }

private:
  struct attempts {
    int count = 0;
    instant last;
  };
  void make_room(instant now);

  std::unordered_map<std::string, attempts> wrong_;
};

// The subject that an address counts as (subscriber_at).
std::string subject_at(std::string_view address);

} // namespace kotobashi::api

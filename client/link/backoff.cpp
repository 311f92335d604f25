#include "client/link/backoff.hpp"

#include <algorithm>
#include <cstdint>

namespace kotobashi::link {

backoff::backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, chance_function chance)
    : first_(first), most_(most), step_(first), chance_(std::move(chance)) {}

std::chrono::milliseconds backoff::next() {
  auto half = step_ / 2;
  auto pause = half + std::chrono::milliseconds(
                          static_cast<std::int64_t>(chance_() * static_cast<double>((step_ - half).count())));
  step_ = std::min(step_ * 2, most_);
  return pause;
}

void backoff::reset() {
  step_ = first_;
}

} // namespace kotobashi::link

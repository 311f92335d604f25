#pragma once

#include "server/model/value.hpp"
#include "server/store/engine/outside.hpp"

#include <array>
#include <cstdint>
#include <mutex>
#include <string>

namespace kotobashi::store {

// Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then 12 bits that count up within a
// millisecond (its method 1), then 62 bits of chance. Each is greater than the one before, also when the
// clock jumps back. Any thread.
class uuid_source {
public:
  uuid_source(clock now, chance random);
  std::string next();
  template <class Of>
  id<Of> next_id() {
    return {next()};
  }

private:
  std::uint64_t random_bits();

  clock now_;
  chance random_;
  std::mutex guard_;
  std::uint64_t last_ = 0; // milliseconds and counter
  std::array<unsigned char, 1024> pool_{};
  std::size_t used_ = pool_.size();
};

} // namespace kotobashi::store

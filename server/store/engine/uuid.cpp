#include "server/store/engine/uuid.hpp"

#include <algorithm>
#include <cstring>

namespace kotobashi::store {

namespace {
constexpr std::uint64_t version = 0x7000, variant = std::uint64_t{1} << 63,
                        variant_mask = ~(std::uint64_t{3} << 62);

// The low `digits` hexadecimal digits of `value`.
char* put_hex(char* to, std::uint64_t value, int digits) {
  for (int i = digits - 1; i >= 0; --i) *to++ = "0123456789abcdef"[(value >> (4 * i)) & 0xF];
  return to;
}

std::string to_text(std::uint64_t high, std::uint64_t low) {
  std::string out(36, '-');
  char* at = put_hex(out.data(), high >> 32, 8) + 1;
  at = put_hex(at, high >> 16, 4) + 1;
  at = put_hex(at, high, 4) + 1;
  at = put_hex(at, low >> 48, 4) + 1;
  put_hex(at, low, 12);
  return out;
}
} // namespace

uuid_source::uuid_source(clock now, chance random) : now_(std::move(now)), random_(std::move(random)) {}

std::string uuid_source::next() {
  auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(now_().us / 1000, 0));
  std::lock_guard hold(guard_);
  // The counter's 12 bits stand right below the milliseconds: when they overflow, the time moves on by one.
  last_ = std::max(ms << 12, last_ + 1);
  std::uint64_t high = ((last_ >> 12) << 16) | version | (last_ & 0xFFF);
  return to_text(high, (random_bits() & variant_mask) | variant);
}

std::uint64_t uuid_source::random_bits() {
  std::uint64_t bits = 0;
  if (used_ + sizeof bits > pool_.size()) {
    random_(pool_);
    used_ = 0;
  }
  std::memcpy(&bits, pool_.data() + used_, sizeof bits);
  used_ += sizeof bits;
  return bits;
}

} // namespace kotobashi::store

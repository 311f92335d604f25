#pragma once

#include "server/store/engine/outside.hpp"
#include "server/store/engine/unit_of_work.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kotobashi::api {

// A position in the event log, opaque on the wire: sealed with a key of the database, so that events which a
// reader does not get leave no gap that could be counted.
class cursor_seal {
public:
  using key = std::array<unsigned char, 32>;
  explicit cursor_seal(key secret) : key_(secret) {}
  std::string seal(std::int64_t seq) const;
  // Nothing for text that is no cursor of this database.
  std::optional<std::int64_t> open(std::string_view cursor) const;

private:
  key key_;
};

// The database's own key for cursors, made at the first start.
cursor_seal::key cursor_key(store::unit_of_work& work, const store::chance& random);

} // namespace kotobashi::api

#pragma once

#include "server/model/records.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>

namespace kotobashi::domain {

// A set of roles; `nobody` is an empty one.
class role_set {
public:
  constexpr role_set() = default;
  constexpr role_set(std::initializer_list<role> roles) {
    for (role each : roles) bits_ |= bit(each);
  }
  constexpr bool has(role one) const { return (bits_ & bit(one)) != 0; }
  constexpr bool meets(role_set other) const { return (bits_ & other.bits_) != 0; }
  constexpr void add(role one) { bits_ |= bit(one); }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint32_t bits() const { return bits_; }
  constexpr bool operator==(const role_set&) const = default;

private:
  static constexpr std::uint32_t bit(role one) { return 1u << static_cast<unsigned>(one); }
  std::uint32_t bits_ = 0;
};

inline constexpr role_set everyone_signed_in{role::lead, role::coordinator, role::editor,
                                             role::desk, role::volunteer,   role::observer};
inline constexpr role_set staff{role::lead, role::coordinator, role::editor, role::desk, role::observer};

// Who is asking. Nobody has no account and no roles.
struct principal {
  id<account> who{};
  std::string name{}; // of the account, for the log and the audit
  role_set roles{};
  id<volunteer> as_volunteer{}; // set where the account is a volunteer's device
  id<session> by{};             // the session that was used
  bool nobody() const { return roles.empty(); }
};

} // namespace kotobashi::domain

#pragma once

#include "server/domain/principal.hpp"
#include "server/store/account_store.hpp"
#include "server/store/engine/outside.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kotobashi::api {

// A secret for a device or a personal link: 32 bytes of chance, base64url.
std::string new_token(const store::chance& random);
std::string token_hash(std::string_view token); // SHA-256, hex

// The sessions that are alive, in memory: every request looks one up. The rows in the database are the truth;
// this table is filled from them at start and changed after each commit that changes them. I/O thread only.
class session_table {
public:
  void load(const std::vector<store::live_session>& all);
  void add(const session& what, const account& of);
  void end(const id<session>& which);
  // After the roles of an account have changed.
  void change(const account& of);

  // Nobody, where the token belongs to no session that is alive.
  domain::principal who(std::string_view token, instant now) const;

  // Called with each session that has ended or whose rights have changed, so that its streams end; who still
  // may, comes again.
  std::function<void(const id<session>&)> on_change;

private:
  struct entry {
    domain::principal who;
    instant expires_at;
  };
  std::unordered_map<std::string, entry> by_hash_;
};

} // namespace kotobashi::api

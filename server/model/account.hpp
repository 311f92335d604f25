#pragma once

#include "server/model/enums.hpp"
#include "server/model/instant.hpp"
#include "server/model/value.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace kotobashi {

struct volunteer;

// Who may sign in. A volunteer's account is made with the personal link and has no password.
struct account {
  kotobashi::id<account> id;
  text<60> name; // what is typed to sign in, and what the log says
  std::vector<role> roles;
  kotobashi::id<kotobashi::volunteer> volunteer;
  std::string password_hash; // Argon2id (libsodium's string form); empty: cannot sign in by password
  bool disabled = false;
  instant created_at;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(account, (),
                      (id, name, roles, volunteer, password_hash, disabled, created_at, revision))

// A signed-in device. Only the token's hash is kept.
struct session {
  kotobashi::id<session> id;
  kotobashi::id<kotobashi::account> account;
  std::string token_hash; // SHA-256, hex
  instant created_at;
  instant expires_at;
  kotobashi::id<struct personal_link> link; // the link that opened it; revoking the link ends it
};
BOOST_DESCRIBE_STRUCT(session, (), (id, account, token_hash, created_at, expires_at, link))

// A volunteer's personal link: whoever holds it is signed in as that volunteer. Shown once, kept as a hash.
struct personal_link {
  kotobashi::id<personal_link> id;
  kotobashi::id<kotobashi::volunteer> volunteer;
  std::string token_hash;
  instant created_at;
  instant expires_at;
  std::optional<instant> revoked_at;
};
BOOST_DESCRIBE_STRUCT(personal_link, (), (id, volunteer, token_hash, created_at, expires_at, revoked_at))

// What people see of an account.
struct account_view {
  kotobashi::id<account> id;
  std::string name;
  std::vector<role> roles;
  std::optional<kotobashi::id<kotobashi::volunteer>> volunteer;
  bool disabled = false;
};
BOOST_DESCRIBE_STRUCT(account_view, (), (id, name, roles, volunteer, disabled))

// POST /api/v1/sessions: a name and a password, or the token of a personal link.
struct sign_in {
  std::optional<text<60>> account;
  std::optional<std::string> password;
  std::optional<std::string> link_token;
  std::optional<bool> cookie; // true: a browser; the token comes as a cookie and not in the body
};
BOOST_DESCRIBE_STRUCT(sign_in, (), (account, password, link_token, cookie))
struct signed_in {
  std::optional<std::string> token;
  account_view account;
  instant expires_at;
};
BOOST_DESCRIBE_STRUCT(signed_in, (), (token, account, expires_at))

// POST /api/v1/accounts
struct new_account {
  text<60> name;
  std::string password;
  std::vector<role> roles;
};
BOOST_DESCRIBE_STRUCT(new_account, (), (name, password, roles))
// PATCH /api/v1/accounts/{id}
struct account_change {
  std::optional<std::string> password;
  std::vector<role> roles; // empty: as they are
  std::optional<bool> disabled;
};
BOOST_DESCRIBE_STRUCT(account_change, (), (password, roles, disabled))

inline account_view view_of(const account& one) {
  account_view seen{one.id, one.name.value, one.roles, {}, one.disabled};
  if (!one.volunteer.empty()) seen.volunteer = one.volunteer;
  return seen;
}

} // namespace kotobashi

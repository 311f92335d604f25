#pragma once

#include "server/model/account.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kotobashi::link {

// Who is signed in. For the connection's thread.
class session_keeper {
public:
  void open(signed_in session) {
    account_ = std::move(session.account);
    token_ = std::move(session.token);
  }
  // 401 on a call that went out with `token`: over, unless somebody has signed in meanwhile. The account
  // stays known.
  bool over(std::string_view token) {
    if (!token_ || *token_ != token) return false;
    token_.reset();
    return true;
  }
  void forget() {
    account_.reset();
    token_.reset();
  }

  bool is_open() const { return token_.has_value(); }
  const std::optional<std::string>& token() const { return token_; }
  const std::optional<account_view>& account() const { return account_; }
  // Under which calls are made; empty: nobody's.
  std::string name() const { return account_ ? account_->name : std::string(); }
  // May this account's calls go out now?
  bool serves(std::string_view account) const {
    return account.empty() || (token_ && account_->name == account);
  }

private:
  std::optional<account_view> account_;
  std::optional<std::string> token_;
};

} // namespace kotobashi::link

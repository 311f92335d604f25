#pragma once

#include "server/model/account.hpp"

#include <boost/system/error_code.hpp>

#include <optional>

namespace kotobashi::link {

enum class reach {
  unknown,    // nothing was asked yet
  connecting, // the first try
  live,       // the last thing that happened was an answer; with follow(): the event stream is open and beats
  away,       // the last try failed; the next one comes by itself
};

enum class session_state { signed_out, signed_in };

struct status {
  link::reach reach = link::reach::unknown;
  instant since{};                 // of `reach`
  boost::system::error_code why{}; // away: what ended the last try
  session_state session = session_state::signed_out;
  std::optional<account_view> account{}; // signed in, or who was (the queue waits for this account)
  bool following = false;                // the event stream is live
  bool operator==(const status& other) const {
    return reach == other.reach && since == other.since && why == other.why && session == other.session &&
           following == other.following && account.has_value() == other.account.has_value() &&
           (!account || account->id == other.account->id);
  }
};

} // namespace kotobashi::link

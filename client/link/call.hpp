#pragma once

#include "client/link/failure.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kotobashi::link {

enum class verb { get, post, patch, put, del };
constexpr bool changes(verb v) {
  return v != verb::get;
}
std::string_view to_string(verb v);

// What the server is asked.
struct call {
  link::verb verb = verb::get;
  std::string path; // "/api/v1/notices?limit=50", percent-encoded
  std::string body{};
  std::string content_type = "application/json";
  std::optional<std::string> if_match{}; // a record's revision, without quotes
  // Every changing call carries one; empty: made at random. The same key with the same call is done once,
  // however often it is sent, so a program that kept the key may ask again after its own end.
  std::string idempotency_key{};
  // In its place among the other changing calls, one after the other; a preview, which changes nothing, need
  // not wait for them.
  bool in_order = true;
  // How long the call may wait for a server that is away or busy; absent: the connection's.
  std::optional<std::chrono::milliseconds> give_up_after{};
};

// What the server said: a status below 400.
struct answer {
  unsigned status = 200;
  std::string content_type{}; // without parameters
  std::string body{};
  std::string etag{}; // without quotes
};

using call_id = std::uint64_t; // within one connection, counted from 1

enum class call_state {
  waiting, // for its turn, for the server, or for its account to sign in again
  sent,    // on its way; whether it happened is not known
  done,
  refused,
  failed, // could not be asked: see failure::network
};
struct call_info {
  call_id id = 0;
  link::verb verb = verb::get;
  std::string path{};
  std::string account{}; // who asked; the call goes out under this account only
  call_state state = call_state::waiting;
  int attempts = 0;      // how often it was tried
  bool gone_out = false; // a try has reached the network, so it may have happened
  bool taken_back = false;
};

} // namespace kotobashi::link

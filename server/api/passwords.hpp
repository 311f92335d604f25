#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <string>

namespace kotobashi::api {

// Argon2id (libsodium) on the pool, away from the I/O thread; the pool has two threads, so that at most two
// run at a time.
class password_pool {
public:
  explicit password_pool(boost::asio::any_io_executor pool) : pool_(std::move(pool)) {}
  boost::asio::awaitable<std::string> hash(std::string password);
  // An empty hash (no such account, or one without a password) takes as long and says no.
  boost::asio::awaitable<bool> matches(std::string hash, std::string password);
  // What a request with a password in it is known again by: as slow to guess as the password's own hash. The
  // same for the same text and salt.
  boost::asio::awaitable<std::string> fingerprint(std::string text, std::string salt);
  // Work that waits or runs; sign-in is refused as busy above a handful.
  int waiting() const { return waiting_; }

private:
  boost::asio::any_io_executor pool_;
  int waiting_ = 0;
};

// The same, at once and on this thread: for the first account.
std::string hash_password(const std::string& password);

inline constexpr std::size_t shortest_password = 8, longest_password = 200; // bytes

} // namespace kotobashi::api

#include "server/api/passwords.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sodium.h>

#include <array>
#include <stdexcept>

namespace kotobashi::api {

namespace asio = boost::asio;

namespace {
// Not a hash of anything: checking against it takes as long as a real one.
const std::string& decoy() {
  static const std::string made = hash_password("no account has this password");
  return made;
}

asio::awaitable<std::string> hash_here(std::string password) {
  co_return hash_password(password);
}

asio::awaitable<bool> match_here(std::string hash, std::string password) {
  const std::string& against = hash.empty() ? decoy() : hash;
  bool same = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  co_return same && !hash.empty();
}

asio::awaitable<std::string> fingerprint_here(std::string text, std::string salt_text) {
  std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
  std::array<unsigned char, 32> raw{};
  crypto_generichash(salt.data(), salt.size(), reinterpret_cast<const unsigned char*>(salt_text.data()),
                     salt_text.size(), nullptr, 0);
  if (crypto_pwhash(raw.data(), raw.size(), text.data(), text.size(), salt.data(),
                    crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error("not enough memory to hash a password");
  std::array<char, 2 * raw.size() + 1> out{};
  sodium_bin2hex(out.data(), out.size(), raw.data(), raw.size());
  co_return out.data();
}

class counted {
public:
  explicit counted(int& of) : of_(of) { ++of_; }
  ~counted() { --of_; }
  counted(const counted&) = delete;
  counted& operator=(const counted&) = delete;

private:
  int& of_;
};
} // namespace

std::string hash_password(const std::string& password) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str(out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::runtime_error("not enough memory to hash a password");
  return out.data();
}

asio::awaitable<std::string> password_pool::hash(std::string password) {
  counted here(waiting_);
  co_return co_await asio::co_spawn(pool_, hash_here(std::move(password)), asio::use_awaitable);
}

asio::awaitable<std::string> password_pool::fingerprint(std::string text, std::string salt) {
  counted here(waiting_);
  co_return co_await asio::co_spawn(pool_, fingerprint_here(std::move(text), std::move(salt)),
                                    asio::use_awaitable);
}

asio::awaitable<bool> password_pool::matches(std::string hash, std::string password) {
  counted here(waiting_);
  co_return co_await asio::co_spawn(pool_, match_here(std::move(hash), std::move(password)),
                                    asio::use_awaitable);
}

} // namespace kotobashi::api

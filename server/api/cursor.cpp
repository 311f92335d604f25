#include "server/api/cursor.hpp"

#include <sodium.h>

#include <cstring>

namespace kotobashi::api {

namespace {
constexpr std::size_t nonce_size = crypto_secretbox_NONCEBYTES;
constexpr std::size_t sealed_size = nonce_size + crypto_secretbox_MACBYTES + sizeof(std::int64_t);
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
} // namespace

std::string cursor_seal::seal(std::int64_t seq) const {
  std::array<unsigned char, sealed_size> box{};
  std::array<unsigned char, sizeof seq> plain{};
  std::memcpy(plain.data(), &seq, sizeof seq);
  randombytes_buf(box.data(), nonce_size);
  crypto_secretbox_easy(box.data() + nonce_size, plain.data(), plain.size(), box.data(), key_.data());
  std::string out(sodium_base64_encoded_len(box.size(), base64), '\0');
  sodium_bin2base64(out.data(), out.size(), box.data(), box.size(), base64);
  out.pop_back(); // the terminating zero
  return out;
}

std::optional<std::int64_t> cursor_seal::open(std::string_view cursor) const {
  std::array<unsigned char, sealed_size> box{};
  std::size_t size = 0;
  if (sodium_base642bin(box.data(), box.size(), cursor.data(), cursor.size(), nullptr, &size, nullptr,
                        base64) != 0 ||
      size != box.size())
    return std::nullopt;
  std::array<unsigned char, sizeof(std::int64_t)> plain{};
  if (crypto_secretbox_open_easy(plain.data(), box.data() + nonce_size, box.size() - nonce_size, box.data(),
                                 key_.data()) != 0)
    return std::nullopt;
  std::int64_t seq = 0;
  std::memcpy(&seq, plain.data(), sizeof seq);
  return seq;
}

cursor_seal::key cursor_key(store::unit_of_work& work, const store::chance& random) {
  cursor_seal::key key{};
  auto row = work.db().query("SELECT secret FROM secret WHERE name = 'cursor'");
  if (row.step()) {
    auto hex = row.get<std::string>(0);
    std::size_t size = 0;
    if (sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &size, nullptr) == 0 &&
        size == key.size())
      return key;
  }
  random(key);
  std::array<char, 2 * key.size() + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
  work.db().run("INSERT INTO secret (name, secret) VALUES ('cursor', $secret) ON CONFLICT (name) DO UPDATE "
                "SET secret = $secret",
                "secret", hex.data());
  return key;
}

} // namespace kotobashi::api

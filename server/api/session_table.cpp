#include "server/api/session_table.hpp"

#include <sodium.h>

#include <array>

namespace kotobashi::api {

std::string new_token(const store::chance& random) {
  std::array<unsigned char, 32> bytes{};
  random(bytes);
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.pop_back(); // the terminating zero
  return out;
}

std::string token_hash(std::string_view token) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
  std::string out(2 * digest.size() + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), digest.data(), digest.size());
  out.pop_back();
  return out;
}

void session_table::load(const std::vector<store::live_session>& all) {
  for (const auto& [what, of] : all) add(what, of);
}

void session_table::add(const session& what, const account& of) {
  domain::principal who;
  who.who = of.id;
  who.name = of.name.value;
  for (role each : of.roles) who.roles.add(each);
  who.as_volunteer = of.volunteer;
  who.by = what.id;
  by_hash_[what.token_hash] = {std::move(who), what.expires_at};
}

void session_table::end(const id<session>& which) {
  std::erase_if(by_hash_, [&](const auto& each) { return each.second.who.by == which; });
  if (on_change) on_change(which);
}

void session_table::change(const account& of) {
  std::vector<id<session>> touched;
  for (auto& [hash, each] : by_hash_) {
    if (each.who.who != of.id) continue;
    each.who.roles = {};
    for (role one : of.roles) each.who.roles.add(one);
    touched.push_back(each.who.by);
  }
  if (!on_change) return;
  for (const auto& each : touched) on_change(each);
}

domain::principal session_table::who(std::string_view token, instant now) const {
  auto found = by_hash_.find(token_hash(token));
  if (found == by_hash_.end() || found->second.expires_at <= now) return {};
  return found->second.who;
}

} // namespace kotobashi::api

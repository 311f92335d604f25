#include "server/net/center_ca.hpp"

#include "server/net/machine_names.hpp"
#include "server/net/private_file.hpp"

#include <boost/asio/ip/address.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace kotobashi::net {

namespace fs = std::filesystem;
using std::chrono::days;

namespace {

constexpr auto a_day = std::chrono::microseconds(days(1));

// What a laptop's network can be called (RFC 6762, 8375, and ICANN's .internal) and be numbered (RFC 1918,
// 3927, 4193, 6598).
const std::vector<std::string> private_names{"localhost", "local", "home.arpa", "internal", "lan"};
const std::vector<std::string> private_networks{"127.0.0.0/255.0.0.0",
                                                "10.0.0.0/255.0.0.0",
                                                "172.16.0.0/255.240.0.0",
                                                "192.168.0.0/255.255.0.0",
                                                "169.254.0.0/255.255.0.0",
                                                "100.64.0.0/255.192.0.0",
                                                "::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                                                "fc00::/fe00::",
                                                "fe80::/ffc0::"};

bool is_address(const std::string& text) {
  boost::system::error_code no;
  boost::asio::ip::make_address(text, no);
  return !no;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

void add(std::vector<std::string>& to, const std::string& one) {
  if (!has(to, one)) to.push_back(one);
}

bool contains(const server_names& all, const server_names& some) {
  auto in = [](const std::vector<std::string>& list) {
    return [&list](const std::string& one) { return has(list, one); };
  };
  return std::all_of(some.dns.begin(), some.dns.end(), in(all.dns)) &&
         std::all_of(some.addresses.begin(), some.addresses.end(), in(all.addresses));
}

// An address by itself, as a network with a full mask.
std::string only(const std::string& address) {
  return address + (address.find(':') == std::string::npos ? "/255.255.255.255"
                                                           : "/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
}

// Verifies the leaf as a client would. Names outside of the CA's constraints fail here.
bool acceptable(X509& leaf, X509& ca) {
  const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), &X509_STORE_free);
  const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(),
                                                                                &X509_STORE_CTX_free);
  if (!store || !context || X509_STORE_add_cert(store.get(), &ca) != 1) return false;
  if (X509_STORE_CTX_init(context.get(), store.get(), &leaf, nullptr) != 1) return false;
  X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context.get()), X509_V_FLAG_NO_CHECK_TIME);
  return X509_verify_cert(context.get()) == 1;
}

[[noreturn]] void unusable(const fs::path& file) {
  throw std::runtime_error(file.string() +
                           ": that is not what this server wrote there; move it away to have a new one made");
}

} // namespace

center_ca::center_ca(fs::path folder, std::vector<std::string> extra, instant now)
    : folder_(std::move(folder)), extra_(std::move(extra)) {
  make_private_folder(folder_);
  load_or_make_ca(now);
  load_leaf();
  renew(now);
}

server_names center_ca::wanted() const {
  server_names out = names_of_this_machine();
  for (const std::string& each : extra_) add(is_address(each) ? out.addresses : out.dns, each);
  std::sort(out.addresses.begin(), out.addresses.end());
  return out;
}

void center_ca::load_or_make_ca(instant now) {
  const fs::path key_file = folder_ / "ca.key", file = folder_ / "ca.crt";
  if (fs::exists(file)) {
    ca_pem_ = read_private_file(file);
    ca_ = certificate_from_pem(ca_pem_);
    if (!ca_) unusable(file);
    ca_key_ = key_from_pem(read_private_file(key_file));
    if (!ca_key_ || !belongs(*ca_, *ca_key_)) unusable(key_file);
    return;
  }
  std::vector<std::string> dns = private_names, networks = private_networks;
  const server_names here = wanted();
  for (const std::string& each : here.dns) add(dns, each);
  for (const std::string& each : here.addresses) add(networks, only(each));
  ca_key_ = new_p256_key();
  ca_ = new_ca(*ca_key_, "Kotobashi " + here.dns.back(), dns, networks, now - a_day, now + 3'650 * a_day);
  ca_pem_ = to_pem(*ca_);
  write_private_file(key_file, to_pem(*ca_key_)); // the certificate last: without it all begins anew
  write_private_file(file, ca_pem_);
}

void center_ca::load_leaf() {
  const fs::path key_file = folder_ / "server.key", file = folder_ / "server.crt";
  if (fs::exists(key_file)) {
    key_ = key_from_pem(read_private_file(key_file));
    if (!key_) unusable(key_file);
  } else {
    key_ = new_p256_key();
    write_private_file(key_file, to_pem(*key_));
  }
  if (!fs::exists(file)) return;
  leaf_ = certificate_from_pem(read_private_file(file));
  if (leaf_ && (!belongs(*leaf_, *key_) || !signed_by(*leaf_, *ca_))) leaf_ = nullptr;
}

bool center_ca::renew(instant now) {
  const server_names all = wanted(), names = vouched_for(all, now);
  if (leaf_ && valid_until(*leaf_) - now >= 30 * a_day && contains(names_in(*leaf_), names)) return false;
  for (const auto* kind : {&all.dns, &all.addresses})
    for (const std::string& each : *kind)
      if (!has(names.dns, each) && !has(names.addresses, each))
        spdlog::warn("{} may not vouch for {}: clients must not be sent there", (folder_ / "ca.crt").string(),
                     each);
  make_leaf(names, now);
  return true;
}

// Those inside of the CA's constraints.
server_names center_ca::vouched_for(const server_names& names, instant now) const {
  server_names out;
  for (const auto kind : {&server_names::dns, &server_names::addresses})
    for (const std::string& each : names.*kind) {
      server_names alone;
      (alone.*kind).push_back(each);
      const certificate probe = new_leaf(*key_, *ca_, *ca_key_, alone, now - a_day, now + a_day);
      if (acceptable(*probe, *ca_)) (out.*kind).push_back(each);
    }
  return out;
}

void center_ca::make_leaf(const server_names& names, instant now) {
  leaf_ = new_leaf(*key_, *ca_, *ca_key_, names, now - a_day, now + 90 * a_day);
  write_private_file(folder_ / "server.crt", to_pem(*leaf_));
}

credentials center_ca::server() const {
  return {to_pem(*leaf_) + ca_pem_, to_pem(*key_)};
}

} // namespace kotobashi::net

#include "server/net/machine_names.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <ifaddrs.h>
#include <memory>
#include <netinet/in.h>
#include <unistd.h>

namespace kotobashi::net {

namespace {

namespace ip = boost::asio::ip;

// Letters, digits, hyphens, dots: what a certificate can hold as a DNS name.
bool is_dns_name(const std::string& text) {
  return !text.empty() && text.size() < 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

void add_address(const sockaddr& from, std::vector<std::string>& to) {
  if (from.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &from, sizeof four);
    to.push_back(ip::address_v4(ntohl(four.sin_addr.s_addr)).to_string());
  } else if (from.sa_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &from, sizeof six);
    ip::address_v6::bytes_type bytes;
    std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
    const ip::address_v6 address(bytes);
    if (!address.is_link_local()) to.push_back(address.to_string());
  }
}

std::vector<std::string> addresses() {
  std::vector<std::string> out{"127.0.0.1", "::1"};
  ifaddrs* all = nullptr;
  if (getifaddrs(&all) == 0) {
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owned(all, &freeifaddrs);
    for (const ifaddrs* each = all; each; each = each->ifa_next)
      if (each->ifa_addr) add_address(*each->ifa_addr, out);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

} // namespace

server_names names_of_this_machine() {
  server_names out{{"localhost"}, addresses()};
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) == 0) {
    const std::string name = host.data();
    if (is_dns_name(name) && name != "localhost") {
      out.dns.push_back(name);
      if (name.find('.') == std::string::npos) out.dns.push_back(name + ".local");
    }
  }
  return out;
}

} // namespace kotobashi::net

#include "server/net/origins.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace kotobashi::net {

namespace {

// Without port; the brackets of an IPv6 address go too.
std::string_view name_in(std::string_view host) {
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    return end == std::string_view::npos ? host : host.substr(1, end - 1);
  }
  return host.substr(0, host.find(':'));
}

} // namespace

origins::origins(bool tls, std::vector<std::string> names)
    : scheme_(tls ? "https://" : "http://"), names_(std::move(names)) {
  names_.emplace_back("localhost");
}

bool origins::allows(const head& asked, bool by_cookie) const {
  if (asked.origin.empty()) return !by_cookie;
  return asked.origin.starts_with(scheme_) && same_word(asked.origin.substr(scheme_.size()), asked.host) &&
         ours(asked.host);
}

bool origins::ours(std::string_view host) const {
  const std::string_view name = name_in(host);
  if (std::any_of(names_.begin(), names_.end(),
                  [&](const std::string& each) { return same_word(each, name); }))
    return true;
  boost::system::error_code no_address;
  boost::asio::ip::make_address(name, no_address);
  return !no_address;
}

} // namespace kotobashi::net

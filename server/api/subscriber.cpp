#include "server/api/subscriber.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace ip = boost::asio::ip;

ip::address subscriber_at(const ip::address& from) {
  if (!from.is_v6()) return from;
  ip::address_v6 six = from.to_v6();
  if (six.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, six);
  auto bytes = six.to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return ip::address_v6(bytes, six.scope_id());
}

} // namespace kotobashi::api

#pragma once

#include <boost/asio/ip/address.hpp>

namespace kotobashi::api {

// Whom an address counts as, where something is counted by address: one subscriber of IPv6 has a /64, and an
// IPv4 address may come dressed as an IPv6 one.
boost::asio::ip::address subscriber_at(const boost::asio::ip::address& from);

} // namespace kotobashi::api

#include "server/net/address_book.hpp"

#include "server/api/subscriber.hpp"

#include <algorithm>
#include <sys/resource.h>

namespace kotobashi::net {

namespace ip = boost::asio::ip;

namespace {
// Databases, logs, fonts, subprocesses.
constexpr std::size_t own_files = 256;
} // namespace

std::size_t descriptors_for_connections(std::size_t wanted) {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return std::min<std::size_t>(wanted, 512);
  if (files.rlim_cur < files.rlim_max) {
    rlimit raised{files.rlim_max, files.rlim_max};
    if (setrlimit(RLIMIT_NOFILE, &raised) == 0) files = raised;
  }
  std::size_t all = files.rlim_cur;
  return std::min(wanted, all > 2 * own_files ? all - own_files : all / 2);
}

std::optional<address_book::place> address_book::enter(lane where, const ip::address& from, answer& why) {
  std::size_t room = bounds_.connections;
  if (where == lane::open) room -= std::min(room, bounds_.kept_for_staff);
  if (total_ >= bounds_.connections || (where == lane::open && open_ >= room)) {
    why = answer::full;
    return std::nullopt;
  }
  const std::size_t most =
      bounds_.per_address ? bounds_.per_address : std::max<std::size_t>(1, bounds_.connections / 3);
  const ip::address key = api::subscriber_at(from);
  std::size_t& here = by_address_[where == lane::open][key];
  if (here >= most) {
    why = answer::too_many_from_there;
    return std::nullopt;
  }
  ++here;
  ++total_;
  if (where == lane::open) ++open_;
  why = answer::welcome;
  return std::optional<place>(std::in_place, *this, where, key);
}

void address_book::leave(lane where, const ip::address& from) {
  auto& book = by_address_[where == lane::open];
  auto found = book.find(from);
  if (found != book.end() && --found->second == 0) book.erase(found);
  --total_;
  if (where == lane::open) --open_;
}

} // namespace kotobashi::net

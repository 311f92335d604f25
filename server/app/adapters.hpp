#pragma once

#include "server/api/feed.hpp"
#include "server/api/services.hpp"
#include "server/net/feed.hpp"
#include "server/net/gate.hpp"
#include "server/net/hub.hpp"

#include <map>
#include <span>

// What net asks for, answered by api. I/O thread only.
namespace kotobashi::app {

class session_gate final : public net::gate {
public:
  explicit session_gate(api::services& of) : of_(of) {}
  domain::principal who(std::string_view token) override { return of_.sessions.who(token, of_.now()); }

private:
  api::services& of_;
};

class event_feed final : public net::feed {
public:
  explicit event_feed(api::services& of)
      : of_(of), delivered_(of.db.last_committed()), board_changed_(delivered_) {}
  std::string audience(const domain::principal& of) override;
  boost::asio::awaitable<net::catch_up> since(std::string cursor, std::string audience,
                                              domain::principal who) override;

  // Makes the bodies of committed events for every audience that listens, and gives them to the hub: first to
  // those who are signed in, then to residents' phones, which are told to look once the board is read anew.
  boost::asio::awaitable<void> deliver(std::vector<event> committed, net::hub& to);

private:
  net::catch_up missed_by_residents(const std::string& cursor) const;

  api::services& of_;
  std::map<std::string, domain::principal, std::less<>> known_; // who listens, by audience
  std::int64_t delivered_;                                      // up to this event residents have been told
  std::int64_t board_changed_; // the last of these that changed the board; at the start, the last of all
};

} // namespace kotobashi::app

#pragma once

#include "server/model/enums.hpp"
#include "server/model/instant.hpp"
#include "server/model/value.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace kotobashi {

// One opening of the center, actual or drill, with everything that happens in it.
struct activation {
  kotobashi::id<activation> id;
  text<120> title;
  kotobashi::hazard hazard{};
  activation_mode mode{};
  activation_state state{};
  std::optional<instant> occurred_at; // when the disaster struck, where that has a time
  instant activated_at;
  std::optional<instant> closed_at;
  bool on_site_open = false;              // may volunteers be sent out? stopped until the lead says so
  std::vector<std::string> on_site_areas; // codes of municipalities or wards; empty: all of the center's
  std::optional<instant> on_site_until;
  std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(activation, (),
                      (id, title, hazard, mode, state, occurred_at, activated_at, closed_at, on_site_open,
                       on_site_areas, on_site_until, revision))

// POST /api/v1/activations
struct new_activation {
  text<120> title;
  kotobashi::hazard hazard{};
  activation_mode mode{};
  std::optional<instant> occurred_at;
  std::optional<kotobashi::id<struct bulletin>> bulletin; // what made the lead do it
  std::optional<bool> ends_drill;                         // true: yes, end the drill that is going on
  std::optional<bool> despite_age; // true: yes, although the bulletin is old, ahead or a drill's
};
BOOST_DESCRIBE_STRUCT(new_activation, (),
                      (title, hazard, mode, occurred_at, bulletin, ends_drill, despite_age))

// PUT /api/v1/activations/current/dispatch: opens or stops on-site dispatch
struct dispatch_opening {
  bool open = false;
  std::vector<std::string> areas;
  std::optional<instant> until;
};
BOOST_DESCRIBE_STRUCT(dispatch_opening, (), (open, areas, until))

} // namespace kotobashi

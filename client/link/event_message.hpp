#pragma once

#include "server/model/instant.hpp"

#include <boost/json/value.hpp>

#include <string>

namespace kotobashi::link {

// One message of GET /api/v1/events: something happened to a record that the signed-in account may see.
struct event_message {
  std::string cursor; // opaque; asking with after=CURSOR gives what came later
  std::string kind;   // "notice.published"; "gone": the record left this account's view; "resync": read
                      // everything again
  std::string entity; // "notice"; empty for resync
  std::string id;
  instant at{};
  boost::json::value body; // the record as this account may see it; null for gone and resync

  bool gone() const { return kind == "gone" || kind.ends_with(".gone"); }
  bool resync() const { return kind == "resync"; }
};

} // namespace kotobashi::link

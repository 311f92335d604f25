#pragma once

#include "server/model/activation.hpp"

#include <boost/json/value.hpp>

namespace kotobashi {

// Intensity at one of the center's own areas.
struct area_intensity {
  std::string code; // "14131", municipality or ward
  kotobashi::intensity intensity{};
};
BOOST_DESCRIBE_STRUCT(area_intensity, (), (code, intensity))

// A topic that fits what happened, parameters filled in.
struct suggestion {
  std::string template_;
  boost::json::value parameters;
};
BOOST_DESCRIBE_STRUCT(suggestion, (), (template_, parameters))

// What somebody heard of a warning for the center's coasts.
enum class tsunami_news { unknown, none, advisory, warning, major_warning };
BOOST_DESCRIBE_ENUM(tsunami_news, unknown, none, advisory, warning, major_warning)

// What came from outside: a telegram, or the short dialog.
struct bulletin {
  kotobashi::id<bulletin> id;
  bulletin_kind kind{};
  bulletin_status status{};
  bulletin_action action{};
  std::string event_id;
  std::string serial;
  std::string title;
  std::string issuer;
  instant reported_at;
  std::optional<instant> occurred_at;
  std::vector<area_intensity> areas; // the center's own
  std::vector<suggestion> suggestions;
  bool trigger_met = false;
  bool undecided = false; // not met by what is known, and what is not known could meet it
  bool withdrawn = false; // a cancellation came
  instant received_at;
};
BOOST_DESCRIBE_STRUCT(bulletin, (),
                      (id, kind, status, action, event_id, serial, title, issuer, reported_at, occurred_at,
                       areas, suggestions, trigger_met, undecided, withdrawn, received_at))

// POST /api/v1/bulletins as application/json: the short dialog, since the first news is usually the radio.
struct dialog_bulletin {
  kotobashi::hazard hazard{};
  std::optional<instant> occurred_at;  // absent: not known
  std::vector<area_intensity> areas;   // intensity per ward; unknown is a value
  std::optional<tsunami_news> tsunami; // of an earthquake or a tsunami; absent: not known
  std::optional<bool> drill;
  std::optional<text<120>> issuer; // who said so: "NHK", "防災行政無線"
};
BOOST_DESCRIBE_STRUCT(dialog_bulletin, (), (hazard, occurred_at, areas, tsunami, drill, issuer))

// What the server makes of it.
struct bulletin_reply {
  kotobashi::id<bulletin> id;
  bulletin_kind kind{};
  bulletin_status status{};
  bulletin_action action{};
  std::string title;
  std::optional<instant> occurred_at;
  std::vector<area_intensity> areas;
  std::vector<suggestion> suggestions;
  bool activation_suggested = false;
  bool undecided = false;              // nobody knows yet whether the trigger is met: more than "not met"
  std::optional<activation_mode> mode; // what may be opened: a drill telegram opens drills only
  bool old = false;                    // ask before acting on it
  bool ahead = false;                 // so here: its time has not come yet, so one of the two clocks is wrong
  std::vector<std::string> withdraws; // ids of bulletins whose suggestions it takes back
  std::optional<std::string> duplicate_of;
};
BOOST_DESCRIBE_STRUCT(bulletin_reply, (),
                      (id, kind, status, action, title, occurred_at, areas, suggestions, activation_suggested,
                       undecided, mode, old, ahead, withdraws, duplicate_of))

} // namespace kotobashi

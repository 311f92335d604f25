#pragma once

#include "server/domain/center.hpp"
#include "server/model/bulletin.hpp"

#include <optional>
#include <string>
#include <vector>

// What a telegram of the Japan Meteorological Agency says, or a person in the short dialog; not yet what it
// means for this center.
namespace kotobashi::domain {

// A measured value as it was given. Exactly one of value and described is there.
struct measure {
  std::optional<double> value;
  std::string qualifier; // of the value: "", "more_than", "at_least", "less_than"
  std::string described; // instead of a value: "unknown", "huge" (巨大), "high" (高い)
  bool operator==(const measure&) const = default;
};

// Intensity of a place by its code in JMA's table; which table, says the list it stands in.
struct coded_intensity {
  std::string code;
  std::string label; // JMA's, for logs and staff: "川崎川崎区" is not what people call the ward
  kotobashi::intensity intensity{};
};

struct tsunami_forecast {
  std::string code; // of 津波予報区
  std::string label;
  tsunami_category category{};
  bool lifted = false;            // a warning or advisory ended with this telegram (解除)
  std::optional<measure> height;  // metres
  std::optional<instant> arrival; // of the first wave, earliest place of the coast
  std::string arrival_described;  // "津波到達中と推測"
};

// What the telegram's comments say about a tsunami after this earthquake.
enum class tsunami_outlook { not_said, none, possible };

struct telegram {
  bulletin_kind kind{};
  bulletin_status status{};
  bulletin_action action{};
  std::string title; // names the type: 震源・震度に関する情報
  std::string issuer;
  std::string event_id;
  std::string serial; // may be empty: flash reports and tsunami warnings have none
  instant reported_at;
  std::optional<instant> occurred_at;
  std::string hypocentre;
  std::optional<measure> magnitude;
  tsunami_outlook outlook{};
  std::vector<coded_intensity> municipalities; // 気象・地震・火山情報／市町村等
  std::vector<coded_intensity> regions;        // 地震情報／細分区域
  std::vector<tsunami_forecast> tsunami;
  std::vector<std::string> texts; // headline and comments, Japanese
  kotobashi::hazard hazard = kotobashi::hazard::earthquake;
};

} // namespace kotobashi::domain

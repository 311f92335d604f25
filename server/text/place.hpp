#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kotobashi::words {

// An entry of the gazetteer, templates/places.toml: [[place]] tables with these keys.
struct place {
  std::string id;
  std::string name;                         // Japanese, as it stands on the building
  std::string reading;                      // hiragana; may be empty
  std::string romanised;                    // may be empty
  std::map<std::string, std::string> names; // by language tag
  std::string kind;                         // "city_hall", "school", or a key of the terms "facility.*"
  std::string area;                         // code of ward or city: "14131"; may be empty
  std::vector<double> coordinates;          // latitude and longitude, WGS 84, degrees; or none
  std::optional<std::int64_t> capacity;     // people
};
BOOST_DESCRIBE_STRUCT(place, (), (id, name, reading, romanised, names, kind, area, coordinates, capacity))

} // namespace kotobashi::words

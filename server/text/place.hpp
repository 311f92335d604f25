#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace kotobashi::words {

// An entry of the gazetteer, templates/places.toml: [[place]] tables with these keys.
struct place {
  std::string id;
  std::string name;                          // Japanese, as it stands on the building
  std::string reading;                       // hiragana; may be empty
  std::string romanised;                     // may be empty
  std::map<std::string, std::string> names;  // by language tag
  std::string kind;                          // key of the terms "facility.*"; may be empty
  std::string ward;                          // code: "14131"; may be empty
  std::optional<double> latitude, longitude; // WGS 84, degrees
  std::optional<std::int64_t> capacity;      // people
};
BOOST_DESCRIBE_STRUCT(place, (),
                      (id, name, reading, romanised, names, kind, ward, latitude, longitude, capacity))

} // namespace kotobashi::words

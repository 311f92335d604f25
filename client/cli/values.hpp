#pragma once

#include "client/model/views.hpp"
#include "server/model/json.hpp"
#include "server/model/result.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// From what is typed on a command line to what the server wants.
namespace kotobashi::cli {

// RFC 3339, or a time from `now`: "now", "+90m", "+2h", "+3d", "-1h".
result<instant> read_time(std::string_view text, instant now);
// From now on local_time speaks of this zone ("Asia/Tokyo"), where this computer knows it. Before any other
// thread looks at the clock.
void use_time_zone(const std::string& name);
// For people: "2011-03-11 14:46" in that zone; the computer's own where none was told.
std::string local_time(instant at);

// "-" is standard input, "@FILE" a file, anything else itself. So nothing confidential has to stand in a
// shell's history.
result<std::string> read_text(const std::string& argument);
result<std::string> read_whole_file(const std::string& file);

// One "name=value" for a topic: a number, true or false and JSON where the parameter's type asks for it, else
// text; a list may be written with commas.
result<boost::json::value> read_parameter(const client::template_view& topic, std::string_view name,
                                          std::string_view value);
// All of them, over `base` (an object, or null).
result<boost::json::value> read_parameters(const client::template_view& topic, boost::json::value base,
                                           const std::vector<std::string>& pairs);

// "14131=five_upper"
result<area_intensity> read_area_intensity(std::string_view text);

template <json::described_enum E>
result<E> read_word(std::string_view field, const std::string& text) {
  if (auto value = json::from_name<E>(text)) return *value;
  std::string names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto each) { names += (names.empty() ? "" : ", ") + std::string(json::key_of(each.name)); });
  return refuse_field(std::string(field), "unknown", "expected one of: " + names);
}

} // namespace kotobashi::cli

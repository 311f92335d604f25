#include "server/bulletin/bodies.hpp"

#include "server/bulletin/jma_codes.hpp"
#include "server/model/visible.hpp"

#include <algorithm>

namespace kotobashi::bulletins {

namespace {
template <class Place>
std::string named(std::string_view path, const Place& place) {
  return std::string(path) + '[' + std::string(beginning(place.code, 40)) + ' ' +
         std::string(beginning(place.label, 60)) + ']';
}

// MaxInt and Condition of an Area or a City. A value that did arrive may stand beside the word that another
// one did not: the stronger counts.
intensity strongest(const pugi::xml_node& place, std::string_view field, findings& wrong) {
  auto found = intensity::unknown;
  if (auto text = text_of(child(place, "MaxInt")); !text.empty()) {
    auto value = intensity_from(text);
    if (!value)
      wrong.add(std::string(field) + "/MaxInt", "unknown",
                "\"" + std::string(beginning(text, 40)) + "\" is no intensity");
    found = value.value_or(found);
  }
  // Condition has words for other things as well; those say nothing about the intensity.
  found = std::max(found, intensity_from(text_of(child(place, "Condition"))).value_or(found));
  for (const auto& station : children(place, "IntensityStation"))
    found = std::max(found, intensity_from(text_of(child(station, "Int"))).value_or(found));
  return found;
}

domain::coded_intensity read_place(const pugi::xml_node& node, std::string_view path, findings& wrong) {
  domain::coded_intensity place;
  place.code = wrong.required(node, "Code", std::string(path) + "/Code");
  place.label = text_of(child(node, "Name"));
  place.intensity = strongest(node, named(path, place), wrong);
  return place;
}

domain::tsunami_forecast read_coast(const pugi::xml_node& item, std::string_view path, findings& wrong) {
  domain::tsunami_forecast coast;
  coast.code = wrong.required(item, "Area/Code", std::string(path) + "/Area/Code");
  coast.label = text_of(find(item, "Area/Name"));
  auto field = named(path, coast);
  auto code = wrong.required(item, "Category/Kind/Code", field + "/Category/Kind/Code");
  if (auto kind = tsunami_kind_from(code)) {
    coast.category = kind->category;
    coast.lifted = kind->lifted;
  } else if (!code.empty()) {
    wrong.add(field + "/Category/Kind/Code", "unknown",
              "\"" + std::string(beginning(code, 40)) + "\" is no kind of tsunami warning");
  }
  auto height = find(item, "MaxHeight/TsunamiHeight");
  coast.height = measure_from(text_of(height), height.attribute("description").value());
  coast.arrival = wrong.time(find(item, "FirstHeight/ArrivalTime"), field + "/FirstHeight/ArrivalTime");
  coast.arrival_described = text_of(find(item, "FirstHeight/Condition"));
  return coast;
}
} // namespace

bool codes_are_of(const pugi::xml_node& of, std::string_view xpath, std::string_view table,
                  std::string_view field, findings& wrong) {
  for (const auto& type : children(child(of, "CodeDefine"), "Type")) {
    if (type.attribute("xpath").value() != xpath) continue;
    auto name = text_of(type);
    if (name == table) return true;
    std::string detail =
        "codes at " + std::string(xpath) + " are of the table \"" + std::string(beginning(name, 60)) + "\", ";
    detail += known_table(name) ? "which is another one than " : "which is not known here; expected ";
    wrong.add(std::string(field) + "/CodeDefine", "unknown", detail + std::string(table));
    return false;
  }
  wrong.missing(std::string(field) + "/CodeDefine/Type[@xpath='" + std::string(xpath) + "']");
  return false;
}

void read_earthquake(const pugi::xml_node& body, domain::telegram& to, findings& wrong) {
  auto quake = child(body, "Earthquake");
  if (!quake) return;
  to.occurred_at = wrong.time(child(quake, "OriginTime"), "Body/Earthquake/OriginTime");
  to.hypocentre = text_of(find(quake, "Hypocenter/Area/Name"));
  auto magnitude = child(quake, "Magnitude");
  if (!magnitude) return;
  to.magnitude = measure_from(text_of(magnitude), magnitude.attribute("description").value());
  if (!to.magnitude) to.magnitude = domain::measure{{}, {}, "unknown"};
}

void read_intensity(const pugi::xml_node& body, domain::telegram& to, findings& wrong) {
  static constexpr std::string_view field = "Body/Intensity/Observation";
  auto observation = find(body, "Intensity/Observation");
  bool regions = false, cities = false;
  for (const auto& prefecture : children(observation, "Pref")) {
    for (const auto& area : children(prefecture, "Area")) {
      if (!regions && !codes_are_of(observation, "Pref/Area/Code", table::regions, field, wrong)) return;
      regions = true;
      to.regions.push_back(read_place(area, std::string(field) + "/Pref/Area", wrong));
      for (const auto& city : children(area, "City")) {
        if (!cities && !codes_are_of(observation, "Pref/Area/City/Code", table::municipalities, field, wrong))
          return;
        cities = true;
        to.municipalities.push_back(read_place(city, std::string(field) + "/Pref/Area/City", wrong));
      }
    }
  }
}

void read_tsunami(const pugi::xml_node& body, domain::telegram& to, findings& wrong) {
  static constexpr std::string_view field = "Body/Tsunami/Forecast";
  auto forecast = find(body, "Tsunami/Forecast");
  auto items = children(forecast, "Item");
  if (items.empty()) return;
  bool known = codes_are_of(forecast, "Item/Area/Code", table::coasts, field, wrong);
  known = codes_are_of(forecast, "Item/Category/Kind/Code", table::tsunami_kinds, field, wrong) && known;
  if (!known) return;
  for (const auto& item : items) to.tsunami.push_back(read_coast(item, std::string(field) + "/Item", wrong));
}

} // namespace kotobashi::bulletins

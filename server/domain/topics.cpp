#include "server/domain/topics.hpp"

#include "server/domain/trigger.hpp"
#include "server/model/json.hpp"

#include <algorithm>

namespace kotobashi::domain {

namespace js = boost::json;

namespace {
// JMA speaks of the days after a strong earthquake as "about a week".
constexpr std::chrono::hours careful_for{24 * 7};

js::value parameter(const measure& from) {
  if (!from.value) return js::object{{"described", from.described}};
  if (from.qualifier.empty()) return *from.value;
  return js::object{{"value", *from.value}, {"qualifier", from.qualifier}};
}

template <class E>
void put_choice(js::object& to, js::string_view key, E value) {
  to.emplace(key, json::write(value));
}

void put_time(js::object& to, js::string_view key, const std::optional<instant>& at) {
  if (at) to.emplace(key, json::write(*at));
}

js::array areas_with(const std::vector<area_intensity>& all, intensity value) {
  js::array codes;
  for (const auto& each : all)
    if (each.intensity == value) codes.push_back(js::value(js::string_view(each.code)));
  return codes;
}

// Names of the center's regions that had `value`, as place names outside of the table of areas.
js::array regions_with(const telegram& told, const center& own, intensity value) {
  js::array places;
  for (const auto& region : own.regions) {
    auto at = std::ranges::find(told.regions, region.code, &coded_intensity::code);
    if (at != told.regions.end() && at->intensity == value)
      places.push_back(js::object{{"text", region.name}});
  }
  return places;
}

js::array all_areas(const center& own) {
  js::array codes;
  for (const auto& area : own.areas) codes.push_back(js::value(js::string_view(area.code)));
  return codes;
}

suggestion earthquake(const telegram& told, js::array areas, intensity value) {
  js::object parameters;
  put_time(parameters, "occurred_at", told.occurred_at);
  parameters.emplace("areas", std::move(areas));
  put_choice(parameters, "intensity", value);
  if (told.magnitude) parameters.emplace("magnitude", parameter(*told.magnitude));
  bool early = told.kind == bulletin_kind::intensity_flash || told.kind == bulletin_kind::dialog;
  if (told.outlook == tsunami_outlook::none)
    parameters.emplace("tsunami", "none");
  else if (told.outlook == tsunami_outlook::possible)
    parameters.emplace("tsunami", "possible");
  else if (early)
    parameters.emplace("tsunami", "not_known");
  return {"earthquake", std::move(parameters)};
}

suggestion more_earthquakes(const telegram& told, intensity value) {
  auto from = told.occurred_at.value_or(told.reported_at);
  js::object parameters{
      {"period", js::object{{"from", json::write(from)}, {"to", json::write(from + careful_for)}}}};
  bool known = value != intensity::unknown && value != intensity::five_lower_or_more_unknown;
  if (known) put_choice(parameters, "intensity", value);
  return {"more_earthquakes", std::move(parameters)};
}

void add_earthquakes(const telegram& told, const center& own, std::vector<suggestion>& to) {
  auto strongest = strongest_intensity(told, own);
  bool heard = told.kind == bulletin_kind::dialog && strongest == intensity::unknown;
  // A drill is practised with the values that it has.
  auto from = told.status == bulletin_status::drill ? intensity::one : own.trigger.advice;
  if (!heard && strongest < from) return;
  auto areas = own_intensities(told, own);
  auto where = areas_with(areas, strongest);
  if (where.empty()) where = heard ? all_areas(own) : regions_with(told, own, strongest);
  to.push_back(earthquake(told, std::move(where), strongest));
  // A place that sent no value may be the worst hit: it is not left out because another sent a higher one.
  constexpr auto silent = intensity::five_lower_or_more_unknown;
  if (auto also = areas_with(areas, silent); strongest != silent && !also.empty())
    to.push_back(earthquake(told, std::move(also), silent));
  to.push_back(more_earthquakes(told, strongest));
}

js::array areas_on(const tsunami_coast& coast, const center& own) {
  if (coast.areas.empty()) return all_areas(own);
  js::array codes;
  for (const auto& code : coast.areas) codes.push_back(js::value(js::string_view(code)));
  return codes;
}

suggestion tsunami(const tsunami_forecast& told, const tsunami_coast& coast, const center& own) {
  js::object parameters;
  parameters.emplace("areas", areas_on(coast, own));
  put_choice(parameters, "tsunami_warning", told.category);
  put_time(parameters, "arrival_at", told.arrival);
  // What JMA says instead of a time: ただちに津波来襲と予測, 津波到達中と推測, 第１波の到達を確認.
  if (!told.arrival && !told.arrival_described.empty()) parameters.emplace("arriving", true);
  if (told.height) parameters.emplace("height", parameter(*told.height));
  return {"tsunami", std::move(parameters)};
}

suggestion tsunami_lifted(const telegram& told, const tsunami_coast& coast, const center& own) {
  return {"tsunami_lifted",
          js::object{{"areas", areas_on(coast, own)}, {"lifted_at", json::write(told.reported_at)}}};
}

void add_tsunami(const telegram& told, const center& own, std::vector<suggestion>& to) {
  for (const auto& coast : own.tsunami_coasts) {
    auto at = std::ranges::find(told.tsunami, coast.code, &tsunami_forecast::code);
    bool named = at != told.tsunami.end();
    if (named && at->category >= tsunami_category::advisory)
      to.push_back(tsunami(*at, coast, own));
    else if (named && at->lifted)
      to.push_back(tsunami_lifted(told, coast, own));
    else if (!named && told.kind == bulletin_kind::dialog && told.hazard == hazard::tsunami)
      to.push_back({"tsunami", js::object{{"areas", areas_on(coast, own)}}});
  }
}
} // namespace

std::vector<intensity> own_values(const telegram& told, const center& own) {
  std::vector<intensity> values;
  for (const auto& each : own_intensities(told, own)) values.push_back(each.intensity);
  if (!told.municipalities.empty()) return values;
  for (const auto& region : own.regions) {
    auto at = std::ranges::find(told.regions, region.code, &coded_intensity::code);
    if (at != told.regions.end()) values.push_back(at->intensity);
  }
  return values;
}

intensity strongest_intensity(const telegram& told, const center& own) {
  auto strongest = intensity::unknown;
  for (auto value : own_values(told, own)) strongest = std::max(strongest, value);
  return strongest;
}

std::vector<suggestion> topics_for(const telegram& told, const center& own) {
  std::vector<suggestion> topics;
  bool tsunami_first = told.hazard == hazard::tsunami;
  if (tsunami_first) add_tsunami(told, own, topics);
  bool shaking = told.hazard == hazard::earthquake ||
                 !told.municipalities.empty(); // a tsunami may be the dialog's hazard
  if (shaking) add_earthquakes(told, own, topics);
  if (!tsunami_first) add_tsunami(told, own, topics);
  return topics;
}

} // namespace kotobashi::domain

#include "server/text/gazetteer.hpp"

#include "server/text/toml_reader.hpp"

#include <algorithm>

namespace kotobashi::words {

namespace {
std::vector<double> read_coordinates(toml_reader& from) {
  auto given = from.json("coordinates");
  if (given.is_null()) return {};
  std::vector<double> out;
  if (given.is_array())
    for (const auto& each : given.get_array())
      if (each.is_number()) out.push_back(each.to_number<double>());
  if (out.size() != 2 || out[0] < -90 || out[0] > 90 || out[1] < -180 || out[1] > 180)
    from.add("coordinates", "expected [latitude, longitude] in degrees");
  return out;
}

place read_place(toml_reader& from) {
  place out;
  out.id = from.text("id");
  out.name = from.text("name");
  out.reading = from.text("reading", false);
  out.romanised = from.text("romanised", false);
  out.names = from.texts_by_language("names");
  out.kind = from.text("kind", false);
  out.area = from.text("area", false);
  out.coordinates = read_coordinates(from);
  out.capacity = from.whole("capacity");
  if (out.capacity && *out.capacity < 0) from.add("capacity", "is less than 0");
  from.refuse_others();
  return out;
}
} // namespace

std::vector<place> read_places(const std::filesystem::path& file, std::vector<problem>& found) {
  std::vector<place> out;
  if (!std::filesystem::exists(file)) return out;
  auto bytes = read_file(file, found);
  auto table = bytes ? read_toml(file, *bytes, found) : std::nullopt;
  if (!table) return out;
  toml_reader from(*table, file.string(), {}, found);
  for (const auto* each : from.tables("place")) {
    auto before = found.size();
    toml_reader one(*each, file.string(), "place", found);
    place next = read_place(one);
    if (std::ranges::any_of(out, [&](const place& known) { return known.id == next.id; }))
      one.add("id", next.id + " stands twice");
    if (found.size() == before) out.push_back(std::move(next));
  }
  from.refuse_others();
  return out;
}

} // namespace kotobashi::words

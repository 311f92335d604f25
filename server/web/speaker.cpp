#include "server/web/speaker.hpp"

#include "server/text/runs.hpp"

#include <stdexcept>

namespace kotobashi::web {

const words::language& language_of(const words::library& library, std::string_view tag) {
  if (const words::language* found = library.find_language(tag)) return *found;
  throw std::out_of_range("no pack for " + std::string(tag));
}

std::string direction_name(words::direction direction) {
  return direction == words::direction::rtl ? "rtl" : "ltr";
}

speaker::speaker(const words::library& library, std::string_view language, std::string_view time_zone)
    : library_(library), language_(language_of(library, language)), time_zone_(time_zone) {}

std::string speaker::direction() const {
  return direction_name(language_.direction);
}

std::string speaker::html(std::string_view key, const words::page_arguments& values) const {
  return words::to_html(library_.page(tag(), key, values).runs, tag());
}

std::string speaker::plain(std::string_view key, const words::page_arguments& values) const {
  return words::to_plain(library_.page(tag(), key, values).runs, language_.direction);
}

std::string speaker::html_with(std::string_view key, std::string_view name, const std::string& made) const {
  std::string out;
  for (const words::run& run : library_.page(tag(), key, {{std::string(name), std::string(name)}}).runs)
    out += run.parameter == name ? made : words::to_html({&run, 1}, tag());
  return out;
}

} // namespace kotobashi::web

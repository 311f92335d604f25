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

// Where the pack lacks a text it comes in another language, which may run the other way.
std::string speaker::in_its_language(const words::page_text& text, const std::string& html) const {
  if (text.language == tag()) return html;
  return "<span lang=\"" + words::escape_html(text.language) + "\" dir=\"" + direction_name(text.direction) +
         "\">" + html + "</span>";
}

std::string speaker::html(std::string_view key, const words::page_arguments& values) const {
  words::page_text text = library_.page(tag(), key, values);
  return in_its_language(text, words::to_html(std::span<const words::run>(text.runs), text.language));
}

std::string speaker::plain(std::string_view key, const words::page_arguments& values) const {
  return words::to_plain(library_.page(tag(), key, values).runs, language_.direction);
}

std::string speaker::html_with(std::string_view key, std::string_view name, const std::string& made) const {
  words::page_text text = library_.page(tag(), key, {{std::string(name), std::string(name)}});
  std::string out;
  for (const words::run& run : text.runs)
    out += run.parameter == name ? made : words::to_html({&run, 1}, text.language);
  return in_its_language(text, out);
}

} // namespace kotobashi::web

#pragma once

#include "server/model/instant.hpp"
#include "server/text/library.hpp"

#include <string>
#include <string_view>

namespace kotobashi::web {

// Says a page's words in one language.
class speaker {
public:
  // Throws std::out_of_range for a language without a pack. `time_zone` may be empty where no time is told.
  speaker(const words::library& library, std::string_view language, std::string_view time_zone = {});

  const words::language& language() const { return language_; }
  const std::string& tag() const { return language_.tag; }
  std::string direction() const;

  // Escaped HTML with ruby; values are isolated.
  std::string html(std::string_view key, const words::page_arguments& values = {}) const;
  // For attributes and <title>, not escaped.
  std::string plain(std::string_view key, const words::page_arguments& values = {}) const;
  // html() with the value `name` replaced by HTML that the caller made and escaped.
  std::string html_with(std::string_view key, std::string_view name, const std::string& made) const;
  // Date and time by the pack's conventions, in the center's time zone. Throws std::invalid_argument for an
  // unknown zone.
  words::paragraph time(instant at) const { return library_.date_time(tag(), at, time_zone_); }
  words::paragraph time_of_day(instant at) const { return library_.time(tag(), at, time_zone_); }

private:
  std::string in_its_language(const words::page_text& text, const std::string& html) const;

  const words::library& library_;
  const words::language& language_;
  std::string time_zone_;
};

// Throws std::out_of_range.
const words::language& language_of(const words::library& library, std::string_view tag);
// "ltr" or "rtl".
std::string direction_name(words::direction direction);

} // namespace kotobashi::web

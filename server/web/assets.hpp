#pragma once

#include <span>
#include <string>
#include <string_view>

// Style sheets, scripts and the icon that pages ask for.
namespace kotobashi::web {

struct asset {
  std::string name; // with the hash of its content, so that it may be kept for ever: "pages-0123456789ab.css"
  std::string_view content_type;
  std::string_view bytes; // lives as long as the program
};

// GET /assets/{name}, on both listeners.
std::span<const asset> assets();
const asset* find_asset(std::string_view name);
// "/assets/pages-0123456789ab.css" for "pages.css".
const std::string& asset_url(std::string_view file);

} // namespace kotobashi::web

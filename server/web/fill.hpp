#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

namespace kotobashi::web {

namespace mustache = kainjow::mustache;

// The template of templates/ filled in; templates named part-* can be used in it. A broken template is a bug
// (std::logic_error).
std::string fill(std::string_view name, mustache::data values);

// The whole document around `content`.
struct frame {
  std::string language, direction, title;
  bool drill = false;
  std::vector<std::string> styles, scripts; // files of static/
  std::string refresh; // of <meta http-equiv="refresh">, for browsers without script; empty: none
};
std::string document(const frame& around, const std::string& content);

} // namespace kotobashi::web

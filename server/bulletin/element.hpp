#pragma once

#include "server/model/instant.hpp"
#include "server/model/result.hpp"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Reading XML by names without their prefixes, and keeping account of everything that is wrong on the way.
namespace kotobashi::bulletins {

std::string_view local_name(const pugi::xml_node& node);
pugi::xml_node child(const pugi::xml_node& of, std::string_view name);
std::vector<pugi::xml_node> children(const pugi::xml_node& of, std::string_view name);
// The node at the end of a path such as "Hypocenter/Area/Name"; empty where a step is missing.
pugi::xml_node find(const pugi::xml_node& from, std::string_view path);
// All of the element's own text, without space around it (full-width space too).
std::string text_of(const pugi::xml_node& node);
std::string trimmed(std::string_view text);

class findings {
public:
  void add(std::string field, std::string code, std::string detail);
  void missing(std::string_view field) {
    add(std::string(field), "required", "the telegram does not have it");
  }
  bool empty() const { return errors_.empty(); }
  // At most twenty are named.
  refusal take(std::string detail) &&;

  // Text of the element at `path` below `from`; reported as missing, under `field`, where it is absent or
  // empty.
  std::string required(const pugi::xml_node& from, std::string_view path, std::string_view field);
  std::optional<instant> time(const pugi::xml_node& node, std::string_view field);

private:
  std::vector<field_error> errors_;
  std::size_t unnamed_ = 0;
};

} // namespace kotobashi::bulletins

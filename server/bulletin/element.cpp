#include "server/bulletin/element.hpp"

#include "server/model/visible.hpp"

#include <utility>

namespace kotobashi::bulletins {

std::string_view local_name(const pugi::xml_node& node) {
  std::string_view name = node.name();
  auto colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& of, std::string_view name) {
  for (const auto& each : of.children())
    if (each.type() == pugi::node_element && local_name(each) == name) return each;
  return {};
}

std::vector<pugi::xml_node> children(const pugi::xml_node& of, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const auto& each : of.children())
    if (each.type() == pugi::node_element && local_name(each) == name) found.push_back(each);
  return found;
}

pugi::xml_node find(const pugi::xml_node& from, std::string_view path) {
  pugi::xml_node at = from;
  while (at && !path.empty()) {
    auto slash = path.find('/');
    at = child(at, path.substr(0, slash));
    path = slash == path.npos ? std::string_view{} : path.substr(slash + 1);
  }
  return at;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view ideographic = "　", ascii = " \t\r\n";
  while (!text.empty()) {
    if (ascii.find(text.front()) != ascii.npos)
      text.remove_prefix(1);
    else if (text.starts_with(ideographic))
      text.remove_prefix(ideographic.size());
    else
      break;
  }
  while (!text.empty()) {
    if (ascii.find(text.back()) != ascii.npos)
      text.remove_suffix(1);
    else if (text.ends_with(ideographic))
      text.remove_suffix(ideographic.size());
    else
      break;
  }
  return std::string(text);
}

std::string text_of(const pugi::xml_node& node) {
  std::string all;
  for (const auto& each : node.children())
    if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) all += each.value();
  return trimmed(all);
}

void findings::add(std::string field, std::string code, std::string detail) {
  if (errors_.size() < 20)
    errors_.push_back({std::move(field), std::move(code), std::move(detail)});
  else
    ++unnamed_;
}

refusal findings::take(std::string detail) && {
  if (unnamed_ > 0) detail += " (and " + std::to_string(unnamed_) + " more)";
  return {refusal_code::invalid, std::move(detail), std::move(errors_)};
}

std::string findings::required(const pugi::xml_node& from, std::string_view path, std::string_view field) {
  auto text = text_of(find(from, path));
  if (text.empty()) missing(field);
  return text;
}

std::optional<instant> findings::time(const pugi::xml_node& node, std::string_view field) {
  auto text = text_of(node);
  if (text.empty()) return std::nullopt;
  auto at = from_rfc3339(text);
  if (!at)
    add(std::string(field), "format", "\"" + std::string(beginning(text, 40)) + "\" is not a date and time");
  return at;
}

} // namespace kotobashi::bulletins

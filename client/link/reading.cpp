#include "client/link/reading.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace kotobashi::link {

namespace detail {

result<page<boost::json::value>> read_page(boost::json::value from) {
  if (auto* list = from.if_array()) return page<boost::json::value>{{list->begin(), list->end()}, {}};
  auto* object = from.if_object();
  auto* items = object ? object->if_contains("items") : nullptr;
  if (!items || !items->is_array()) return refuse_field("items", "required", "expected a list");
  page<boost::json::value> out;
  for (auto& each : items->get_array()) out.items.push_back(std::move(each));
  if (auto* next = object->if_contains("next"); next && next->is_string())
    out.next = std::string_view(next->get_string());
  return out;
}

failure unreadable(const refusal& why) {
  failure out(link_error::bad_reply);
  out.said += ": " + (why.errors.empty() ? why.detail : why.errors[0].field + ": " + why.errors[0].detail);
  return out;
}

} // namespace detail

std::string with_query(std::string path, std::string_view name, std::string_view value) {
  path += path.find('?') == path.npos ? '?' : '&';
  path += boost::urls::encode(name, boost::urls::unreserved_chars);
  path += '=';
  path += boost::urls::encode(value, boost::urls::unreserved_chars);
  return path;
}

} // namespace kotobashi::link

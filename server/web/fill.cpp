#include "server/web/fill.hpp"

#include "server/web/assets.hpp"
#include "server/web/embedded.hpp"

#include <boost/algorithm/string/erase.hpp>

#include <stdexcept>

namespace kotobashi::web {

namespace {
std::string template_text(std::string_view name) {
  return std::string(embedded("templates/" + std::string(name) + ".mustache"));
}

// Tags that HTML lets authors leave out, and rb, which it does not know any more: a third of a page with
// ruby. Typed text cannot hold them, it is escaped.
void drop_optional_tags(std::string& html) {
  for (std::string_view tag : {"<rb>", "</rb>", "</rp>", "</rt>"}) boost::algorithm::erase_all(html, tag);
}

mustache::data urls(const std::vector<std::string>& files) {
  mustache::list out;
  for (const std::string& file : files) out.emplace_back(asset_url(file));
  return out;
}
} // namespace

std::string fill(std::string_view name, mustache::data values) {
  for (std::string_view part : {"part-banner", "part-languages", "part-notice", "part-phone", "part-status"})
    values.set(std::string(part), mustache::data{mustache::partial([part] { return template_text(part); })});
  mustache::mustache form(template_text(name));
  std::string out = form.render(values);
  if (!form.is_valid()) throw std::logic_error(std::string(name) + ".mustache: " + form.error_message());
  return out;
}

std::string document(const frame& around, const std::string& content) {
  mustache::data values;
  values.set("language", around.language);
  values.set("direction", around.direction);
  values.set("title", around.title);
  values.set("drill", around.drill);
  values.set("icon", asset_url("icon.svg"));
  values.set("styles", urls(around.styles));
  values.set("scripts", urls(around.scripts));
  if (!around.refresh.empty()) values.set("refresh", around.refresh);
  values.set("content", content);
  std::string out = fill("layout", std::move(values));
  drop_optional_tags(out);
  return out;
}

} // namespace kotobashi::web

#include "server/web/notices.hpp"
#include "server/web/qr.hpp"

#include <algorithm>

namespace kotobashi::web {

namespace {
constexpr int seconds_a_screen = 15;

// The languages to go through: those asked for that there are, else all.
std::vector<const words::language*> tour(const words::library& library, std::string_view asked) {
  std::vector<const words::language*> out;
  while (!asked.empty()) {
    auto comma = std::min(asked.find(','), asked.size());
    const words::language* one = library.find_language(asked.substr(0, comma));
    if (one && std::ranges::find(out, one) == out.end()) out.push_back(one);
    asked.remove_prefix(std::min(comma + 1, asked.size()));
  }
  if (out.empty())
    for (const words::language& one : library.languages()) out.push_back(&one);
  return out;
}

std::string url_of(const words::language& one, const std::vector<const words::language*>& stops, bool all) {
  std::string out = "/signage?lang=" + one.tag;
  for (std::size_t i = 0; !all && i < stops.size(); ++i)
    out += (i == 0 ? "&languages=" : ",") + stops[i]->tag;
  return out;
}
} // namespace

signage_wish plain_wish(const words::library& library, signage_wish wish) {
  auto stops = tour(library, wish.languages);
  wish.languages.clear();
  for (const words::language* one : stops) wish.languages += (wish.languages.empty() ? "" : ",") + one->tag;
  bool there = std::ranges::find(stops, wish.language, [](const words::language* one) { return one->tag; }) !=
               stops.end();
  if (!there) wish.language = stops.front()->tag;
  return wish;
}

std::string signage_page(const words::library& library, const board_view& view, const signage_wish& wish) {
  auto stops = tour(library, wish.languages);
  auto here = std::ranges::find(stops, wish.language, [](const words::language* one) { return one->tag; });
  if (here == stops.end()) here = stops.begin();
  auto after = std::next(here) == stops.end() ? stops.begin() : std::next(here);
  std::string next = url_of(**after, stops, stops.size() == library.languages().size());

  speaker says(library, (*here)->tag, view.center.time_zone);
  mustache::data values;
  set_common(values, library, says, view.center, mood_of(view));
  mustache::list notices;
  for (const entry& one : entries(view, says.tag()))
    notices.push_back(notice_values(library, says, view.center, one, "h2", false));
  if (std::string text = empty_text(says, view, !notices.empty()); !text.empty()) values.set("empty", text);
  values.set("notices", notices);
  values.set("heading", says.html("signage.title"));
  values.set("next", next);
  values.set("seconds", std::to_string(seconds_a_screen));
  if (!wish.board_url.empty()) {
    values.set("qr", qr_svg(wish.board_url));
    values.set("scan", says.html("signage.scan"));
  }
  frame around{says.tag(),
               says.direction(),
               title_prefix(says, mood_of(view)) + says.plain("signage.title"),
               mood_of(view) == mood::drill,
               {"pages.css", "signage.css"},
               {"signage.js"},
               std::to_string(seconds_a_screen) + ";url=" + next};
  return document(around, fill("signage", std::move(values)));
}

} // namespace kotobashi::web

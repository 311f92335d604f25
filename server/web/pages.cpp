#include "server/web/pages.hpp"

#include "server/web/accept_language.hpp"
#include "server/web/notices.hpp"

#include <algorithm>

namespace kotobashi::web {

namespace {
constexpr std::string_view refresh_seconds = "30";

// The page's own word, and one that others recognise.
std::string switch_text(const speaker& says) {
  std::string other =
      says.tag() == "en" ? "<span lang=\"ja\">言語</span>" : "<span lang=\"en\" dir=\"ltr\">Language</span>";
  return says.html("board.back_to_languages") + " / " + other;
}

mustache::data common(const words::library& library, const speaker& says, const board_view& view) {
  mustache::data out;
  set_common(out, library, says, view.center, mood_of(view));
  out.set("switch", switch_text(says));
  out.set("updated", says.html("board.updated_at", {{"time", says.time(view.updated)}}));
  return out;
}

std::string framed(const speaker& says, const board_view& view, const std::string& title,
                   const std::string& content) {
  frame around{says.tag(),
               says.direction(),
               title_prefix(says, mood_of(view)) + title,
               mood_of(view) == mood::drill,
               {"pages.css"},
               {"board.js"},
               std::string(refresh_seconds)};
  return document(around, content);
}

mustache::data titles(const words::library& library, const std::vector<const words::language*>& wanted) {
  std::vector<const words::language*> shown;
  auto add = [&](const words::language* one) {
    if (one && shown.size() < 3 && std::ranges::find(shown, one) == shown.end()) shown.push_back(one);
  };
  if (!wanted.empty()) add(wanted.front());
  for (std::string_view tag : {"ja", "en"}) add(library.find_language(tag));
  mustache::list out;
  for (const words::language* one : shown) {
    speaker says(library, one->tag);
    mustache::data title;
    title.set("language", says.tag());
    title.set("direction", says.direction());
    title.set("text", says.html("chooser.title"));
    out.push_back(std::move(title));
  }
  return out;
}
} // namespace

std::string board_page(const words::library& library, std::string_view language, const board_view& view) {
  speaker says(library, language, view.center.time_zone);
  mustache::data values = common(library, says, view);
  mustache::list notices;
  for (const entry& one : entries(view, language))
    notices.push_back(notice_values(library, says, view.center, one, "h2", true));
  if (std::string text = empty_text(says, view, !notices.empty()); !text.empty()) values.set("empty", text);
  values.set("board", says.html("board.title"));
  values.set("notices", notices);
  values.set("languages", language_links(library, language, "", mood::normal));
  return framed(says, view, says.plain("board.title"), fill("board", std::move(values)));
}

std::optional<std::string> notice_page(const words::library& library, std::string_view language,
                                       const board_view& view, std::int64_t number) {
  auto all = entries(view, language);
  auto found = std::ranges::find_if(all, [&](const entry& one) { return one.of->number == number; });
  if (found == all.end()) return std::nullopt;
  speaker says(library, language, view.center.time_zone);
  mustache::data values = common(library, says, view);
  values.set("back", says.html("board.back_to_list"));
  values.set("notices", mustache::list{notice_values(library, says, view.center, *found, "h1", false)});
  values.set("languages", language_links(library, language, "/" + std::to_string(number), mood::normal));
  std::string title = says.plain("board.number", {{"number", number}});
  if (!found->title.empty())
    title += " " + words::to_plain(std::span<const words::run>(found->title), says.language().direction);
  return framed(says, view, title, fill("board", std::move(values)));
}

std::string missing_page(const words::library& library, std::string_view language, const board_view& view) {
  bool known = library.find_language(language) != nullptr;
  speaker says(library, known ? language : words::source_language, view.center.time_zone);
  mustache::data values = common(library, says, view);
  values.set("back", says.html("board.back_to_list"));
  values.set("missing", says.html("board.not_found"));
  values.set("languages", language_links(library, known ? language : "", "", mood::normal));
  return framed(says, view, says.plain("board.not_found"), fill("board", std::move(values)));
}

std::string chooser_page(const words::library& library, const board_view& view,
                         std::string_view accept_language) {
  auto wanted = wanted_languages(library, accept_language);
  if (wanted.size() > 4) wanted.resize(4);
  speaker says(library, wanted.empty() ? words::source_language : std::string_view(wanted.front()->tag),
               view.center.time_zone);
  mustache::data values = common(library, says, view);
  values.set("titles", titles(library, wanted));
  values.set("languages", language_links(library, "", "", mood_of(view), wanted));
  return framed(says, view, says.plain("chooser.title"), fill("chooser", std::move(values)));
}

std::span<const std::pair<std::string, std::string>> page_headers() {
  static const std::vector<std::pair<std::string, std::string>> headers{
      {"Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                                  "connect-src 'self'; base-uri 'none'; "
                                  "form-action 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
  };
  return headers;
}

} // namespace kotobashi::web

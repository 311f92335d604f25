#include "server/web/parts.hpp"

#include "server/text/runs.hpp"

#include <algorithm>

namespace kotobashi::web {

namespace {
mustache::data line(const speaker& says, std::string_view key, bool small) {
  mustache::data out;
  out.set("small", small);
  out.set("language", says.tag());
  out.set("direction", says.direction());
  out.set("text", says.html(key));
  return out;
}

void add_banner(mustache::list& to, const speaker& says, mood now) {
  if (now == mood::drill_over) return to.push_back(line(says, "board.drill_over", false));
  to.push_back(line(says, "board.drill_banner", false));
  to.push_back(line(says, "board.drill_explained", true));
}

// In the reader's language, and in Japanese for those who stand beside.
mustache::data banner(const words::library& library, const speaker& says, mood now) {
  mustache::list lines;
  add_banner(lines, says, now);
  if (!says.tag().starts_with(words::source_language))
    add_banner(lines, speaker(library, words::source_language), now);
  mustache::data out;
  out.set("lines", lines);
  return out;
}

mustache::data name_of(const speaker& says, const domain::center& center) {
  bool own = center.names.contains(says.tag());
  mustache::data out;
  out.set("language", own ? says.tag() : std::string(words::source_language));
  out.set("name", domain::name_in(center.names, says.tag()));
  return out;
}
} // namespace

mood mood_of(const board_view& view) {
  if (!view.opening || view.opening->mode != activation_mode::drill) return mood::normal;
  return view.opening->state == activation_state::closed ? mood::drill_over : mood::drill;
}

std::string drill_prefix(const speaker& says) {
  return says.html("board.drill_prefix");
}

std::string title_prefix(const speaker& says, mood now) {
  return now == mood::drill ? says.plain("board.drill_prefix") + " " : "";
}

std::string phone_link(const domain::center_contact& contact) {
  std::string dialled;
  for (char c : contact.phone)
    if ((c >= '0' && c <= '9') || c == '+') dialled += c;
  std::string out =
      "<a href=\"tel:" + dialled + "\"><bdi dir=\"ltr\">" + words::escape_html(contact.phone) + "</bdi></a>";
  if (!contact.from.empty())
    out += " <bdi class=\"hours\" dir=\"ltr\">(" + words::escape_html(contact.from + "–" + contact.to) +
           ")</bdi>";
  return out;
}

mustache::list center_phones(const speaker& says, const domain::center& center) {
  mustache::list out;
  out.emplace_back(
      says.html_with(center.night ? "board.phone_day" : "board.phone", "phone", phone_link(center.day)));
  if (center.night) out.emplace_back(says.html_with("board.phone_night", "phone", phone_link(*center.night)));
  return out;
}

namespace {
// A line about an emergency service, in which its number can be dialled.
std::string emergency(const speaker& says, std::string_view key, const std::string& number) {
  std::string out = says.html(key);
  if (auto at = out.find(number); at != out.npos)
    out.replace(at, number.size(), "<a href=\"tel:" + number + "\">" + number + "</a>");
  return out;
}
} // namespace

mustache::list phones(const speaker& says, const domain::center& center) {
  mustache::list out = center_phones(says, center);
  out.insert(out.begin(), says.html("board.call_us"));
  out.emplace_back(emergency(says, "board.call_119", "119"));
  out.emplace_back(emergency(says, "board.call_110", "110"));
  return out;
}

void set_common(mustache::data& to, const words::library& library, const speaker& says,
                const domain::center& center, mood now) {
  to.set("language", says.tag());
  to.set("direction", says.direction());
  to.set("center", name_of(says, center));
  to.set("drill", now == mood::drill);
  if (now == mood::drill) {
    to.set("drill_prefix", drill_prefix(says));
    speaker japanese(library, words::source_language);
    to.set("drill_prefix_ja", japanese.plain("board.drill_prefix"));
  }
  if (now != mood::normal) to.set("banner", banner(library, says, now));
  to.set("phones", phones(says, center));
  to.set("skip", says.html("board.skip_to_content"));
  to.set("lost", says.plain("board.offline") + " " + says.plain("board.reconnecting") + " " +
                     says.plain("board.as_of", {{"time", std::string("{time}")}}));
  to.set("news", says.plain("board.new"));
  to.set("now_real", says.plain("board.now_real"));
  to.set("time_zone", center.time_zone);
}

mustache::data language_links(const words::library& library, std::string_view current,
                              std::string_view path_end, mood marks,
                              const std::vector<const words::language*>& first) {
  std::vector<const words::language*> order = first;
  for (const words::language& one : library.languages())
    if (std::ranges::find(order, &one) == order.end()) order.push_back(&one);
  mustache::list out;
  for (const words::language* one : order) {
    mustache::data link;
    link.set("tag", one->tag);
    link.set("dir", direction_name(one->direction));
    link.set("name", one->name);
    link.set("href", "/board/" + one->tag + std::string(path_end));
    link.set("current", one->tag == current);
    link.set("first", std::ranges::find(first, one) != first.end());
    if (marks == mood::drill) link.set("drill_mark", drill_prefix(speaker(library, one->tag)));
    out.push_back(std::move(link));
  }
  return out;
}

} // namespace kotobashi::web

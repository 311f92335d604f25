#include "server/web/notices.hpp"

#include "server/text/free_text.hpp"
#include "server/text/runs.hpp"

namespace kotobashi::web {

namespace {
std::string note(const speaker& says, const entry& one) {
  switch (one.reading) {
  case reading::withdrawn: return says.html("board.withdrawn");
  case reading::corrected: return says.html("board.corrected_translating");
  case reading::translating: return says.html("board.translating");
  case reading::shown: return one.unconfirmed ? says.html("board.unconfirmed") : "";
  }
  return "";
}

// Who said it, in the words in which they said it.
std::string source(const speaker& says, const notice_source& from) {
  std::string said = from.issuer.value;
  if (from.bulletin_number) said += " " + from.bulletin_number->value;
  const words::run typed = words::typed_run(said, words::source_language, "source");
  return says.html_with("board.source", "source", words::to_html({&typed, 1}, says.tag()));
}

mustache::data facts(const speaker& says, const entry& one) {
  const notice& record = *one.of;
  mustache::list out;
  auto add_time = [&](std::string_view key, const std::optional<instant>& at) {
    if (at) out.emplace_back(says.html(key, {{"time", says.time(*at)}}));
  };
  if (one.follows_number) out.emplace_back(says.html("board.follows", {{"number", *one.follows_number}}));
  if (record.source) {
    out.emplace_back(source(says, *record.source));
    add_time("board.source_time", record.source->at);
  }
  add_time("board.published_at", record.published_at);
  add_time("board.corrected_at", record.corrected_at);
  if (one.reading == reading::withdrawn) add_time("board.withdrawn_at", record.withdrawn_at);
  return out;
}

mustache::data ready_in(const words::library& library, const entry& one, std::int64_t number) {
  mustache::list out;
  for (const std::string& tag : one.ready_in) {
    const words::language* language = library.find_language(tag);
    if (!language) continue; // its pack was taken away since
    mustache::data link;
    link.set("tag", tag);
    link.set("dir", direction_name(language->direction));
    link.set("name", language->name);
    link.set("href", "/board/" + tag + "/" + std::to_string(number));
    out.push_back(std::move(link));
  }
  return out;
}
} // namespace

mustache::data notice_values(const words::library& library, const speaker& says, const entry& one,
                             std::string_view level, bool linked) {
  const std::int64_t number = one.of->number.value_or(0);
  mustache::data out;
  auto set = [&out](const std::string& name, const std::string& html) {
    if (!html.empty()) out.set(name, html);
  };
  set("number", std::to_string(number));
  set("version", std::to_string(one.of->revision));
  set("number_text", says.html("board.number", {{"number", number}}));
  if (one.critical) set("urgent", says.html("board.critical"));
  out.set("gone", one.reading == reading::withdrawn);
  set("level", std::string(level));
  set("head", words::to_html(std::span<const words::run>(one.title), says.tag()));
  if (linked) set("link", "/board/" + says.tag() + "/" + std::to_string(number));
  set("japanese", words::to_html(std::span<const words::run>(one.japanese), words::source_language));
  set("note", note(says, one));
  set("body", words::to_html(std::span<const words::paragraph>(one.body), says.tag()));
  out.set("has_ready_in", !one.ready_in.empty());
  out.set("ready_in", ready_in(library, one, number));
  out.set("facts", facts(says, one));
  return out;
}

std::string empty_text(const speaker& says, const board_view& view, bool any) {
  if (any) return "";
  if (!view.opening || view.opening->state == activation_state::standby) return says.html("board.standby");
  if (view.opening->state == activation_state::closed) return says.html("board.closed");
  return says.html("board.no_notices");
}

} // namespace kotobashi::web

#include "server/web/notices.hpp"

#include "server/text/changes.hpp"
#include "server/text/free_text.hpp"
#include "server/text/runs.hpp"

namespace kotobashi::web {

namespace {
// Nobody may be told to wait for an order to evacuate.
bool must_call(const entry& one) {
  return one.critical && one.reading != reading::shown;
}

std::string note(const speaker& says, const entry& one) {
  if (must_call(one) && one.reading == reading::translating) return "";
  switch (one.reading) {
  case reading::withdrawn: return says.html("board.withdrawn");
  case reading::corrected: return says.html("board.corrected_translating");
  case reading::translating: return says.html("board.translating");
  case reading::shown: return "";
  }
  return "";
}

bool within_half_a_day(instant a, instant b) {
  return std::chrono::abs(a - b) < std::chrono::hours(12);
}

// Who said it, in the words in which they said it, and when; the date only where it is not clear from the
// publication.
std::string source(const speaker& says, const notice& record) {
  std::string said = record.source->issuer.value;
  if (record.source->bulletin_number) said += " " + record.source->bulletin_number->value;
  words::paragraph runs{words::typed_run(said, words::source_language, "source")};
  std::string html = words::to_html(std::span<const words::run>(runs), says.tag());
  if (record.source->at) {
    bool near = record.published_at && within_half_a_day(*record.source->at, *record.published_at);
    words::paragraph at = near ? says.time_of_day(*record.source->at) : says.time(*record.source->at);
    html += " (" + words::to_html(std::span<const words::run>(at), says.tag()) + ")";
  }
  return says.html_with("board.source", "source", html);
}

std::string body(const speaker& says, const entry& one) {
  std::string out;
  for (const words::paragraph& each : one.body) {
    std::string html = words::to_html(std::span<const words::run>(each), says.tag());
    if (words::has_changes(each))
      out += "<p class=\"changed\"><b class=\"change\">" + says.html("board.changed") + "</b> " + html +
             "</p>\n";
    else
      out += "<p>" + html + "</p>\n";
  }
  return out;
}

mustache::data facts(const speaker& says, const entry& one) {
  const notice& record = *one.of;
  mustache::list out;
  auto add_time = [&](std::string_view key, const std::optional<instant>& at) {
    if (at) out.emplace_back(says.html(key, {{"time", says.time(*at)}}));
  };
  if (one.follows_number) out.emplace_back(says.html("board.follows", {{"number", *one.follows_number}}));
  if (record.source) out.emplace_back(source(says, record));
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

mustache::data notice_values(const words::library& library, const speaker& says, const domain::center& center,
                             const entry& one, std::string_view level, bool linked) {
  const std::int64_t number = one.of->number.value_or(0);
  mustache::data out;
  auto set = [&out](const std::string& name, const std::string& html) {
    if (!html.empty()) out.set(name, html);
  };
  set("number", std::to_string(number));
  set("version", std::to_string(one.of->revision));
  set("number_text", says.html("board.number", {{"number", number}}));
  if (one.critical) set("urgent", says.html("board.critical"));
  if (one.changed) set("corrected", says.html("board.corrected"));
  out.set("gone", one.reading == reading::withdrawn);
  set("level", std::string(level));
  const words::paragraph& head = one.title.empty() ? one.warning : one.title;
  set("head", words::to_html(std::span<const words::run>(head), says.tag()));
  if (linked) set("link", "/board/" + says.tag() + "/" + std::to_string(number));
  set("japanese", words::to_html(std::span<const words::run>(one.japanese), words::source_language));
  set("note", note(says, one));
  if (must_call(one)) {
    mustache::data call;
    call.set("text", says.html("board.urgent_untranslated"));
    call.set("lines", center_phones(says, center));
    out.set("call", call);
  }
  set("japanese_body",
      words::to_html(std::span<const words::paragraph>(one.japanese_body), words::source_language));
  if (one.unconfirmed || !one.warning.empty()) set("unconfirmed", says.html("board.unconfirmed"));
  set("body", body(says, one));
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

#include "server/web/entries.hpp"

#include "server/domain/notice.hpp"
#include "server/model/json.hpp"
#include "server/text/changes.hpp"
#include "server/text/free_text.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace kotobashi::web {

namespace {
const notice_text* text_in(const posted& one, std::string_view language) {
  for (const notice_text& text : one.texts)
    if (text.index == one.record.current && text.language.value == language && text.ready) return &text;
  return nullptr;
}

// What its readers saw before the correction: the newest of the earlier texts.
const notice_text* text_before(const posted& one, std::string_view language) {
  const notice_text* out = nullptr;
  for (const notice_text& text : one.texts)
    if (text.index < one.record.current && text.language.value == language && text.ready &&
        (!out || out->index < text.index))
      out = &text;
  return out;
}

words::paragraph title_of(const notice_text& text) {
  auto runs = json::read_as<words::paragraph>(text.title_runs);
  if (runs && !runs->empty()) return *runs;
  return {words::typed_run(text.title, text.language.value, "text")};
}

std::vector<words::paragraph> body_of(const notice_text& text) {
  auto runs = json::read_as<std::vector<words::paragraph>>(text.body_runs);
  if (runs && !runs->empty()) return *runs;
  return words::free_text(text.body, text.language.value);
}

bool reads_japanese(std::string_view language) {
  return language == words::source_language;
}

bool on_board(const notice& one, instant now) {
  if (!one.number) return false;
  if (one.state == notice_state::withdrawn)
    return !one.withdrawn_at || now < *one.withdrawn_at + withdrawn_stays;
  return one.state == notice_state::published && (!one.expires_at || now < *one.expires_at);
}

marked_text compare(const notice_text& before, const notice_text& after) {
  auto old_title = title_of(before), title = title_of(after);
  auto old_body = body_of(before), body = body_of(after);
  const std::string& language = after.language.value;
  return {old_title != title || old_body != body, words::mark_changes(old_title, title, language),
          words::mark_changes(old_body, body, language)};
}

// The values in the title of a text that still waits: "Alert Level 4". They are names and no instructions, so
// the policy for texts that are not critical decides whether they may stand.
words::paragraph warning_of(const posted& one, std::string_view language, const domain::text_policy& policy) {
  words::paragraph out;
  for (const notice_text& text : one.texts)
    if (text.index == one.record.current && text.language.value == language &&
        domain::is_ready(text.status, text.language, false, policy))
      std::ranges::copy_if(title_of(text), std::back_inserter(out),
                           [](const words::run& each) { return each.parameter.has_value(); });
  return out;
}

entry entry_of(const posted& one, std::string_view language, const domain::text_policy& policy) {
  const notice& record = one.record;
  const notice_text* text = text_in(one, language);
  entry out;
  out.of = &record;
  out.follows_number = one.follows_number;
  if (record.state == notice_state::withdrawn)
    out.reading = reading::withdrawn;
  else if (text)
    out.reading = reading::shown;
  else
    out.reading = record.current > 1 ? reading::corrected : reading::translating;

  bool valid = out.reading != reading::withdrawn;
  out.critical = record.critical && valid;
  out.unconfirmed =
      out.reading == reading::shown && text->status != text_status::checked && !reads_japanese(language);
  if (text && !valid) out.title = title_of(*text);
  if (!text && out.critical && !record.template_.empty()) out.warning = warning_of(one, language, policy);
  if (out.reading == reading::shown) {
    if (auto marked = one.marked.find(language); marked != one.marked.end()) {
      out.changed = marked->second.changed;
      out.title = marked->second.title;
      out.body = marked->second.body;
    } else {
      out.title = title_of(*text);
      out.body = body_of(*text);
    }
  }
  if (!reads_japanese(language))
    if (const notice_text* japanese = text_in(one, words::source_language)) {
      out.japanese = title_of(*japanese);
      if (!text && valid && record.template_.empty()) out.japanese_body = body_of(*japanese);
    }
  if (!text && valid)
    for (const notice_text& other : one.texts)
      if (other.index == record.current && other.ready) out.ready_in.push_back(other.language.value);
  return out;
}
} // namespace

instant last_change(const notice& one) {
  return std::max({one.published_at.value_or(one.created_at), one.corrected_at.value_or(one.created_at),
                   one.withdrawn_at.value_or(one.created_at)});
}

void mark_corrections(posted& one) {
  one.marked.clear();
  for (const notice_text& text : one.texts)
    if (text.index == one.record.current && text.ready)
      if (const notice_text* before = text_before(one, text.language.value))
        one.marked.emplace(text.language.value, compare(*before, text));
  std::erase_if(one.texts, [&](const notice_text& text) { return text.index < one.record.current; });
}

std::vector<entry> entries(const board_view& view, std::string_view language) {
  std::vector<entry> out;
  bool counts = view.opening && view.opening->state != activation_state::closed &&
                view.opening->state != activation_state::standby;
  if (!counts) return out;
  for (const posted& one : view.notices)
    if (on_board(one.record, view.now)) out.push_back(entry_of(one, language, view.center.policies.texts));
  std::ranges::stable_sort(out, std::ranges::greater{}, [](const entry& one) {
    return std::tuple(one.critical, last_change(*one.of), one.of->number.value_or(0));
  });
  return out;
}

std::optional<instant> next_change(const board_view& view) {
  std::optional<instant> out;
  auto consider = [&](instant at) {
    if (view.now < at && (!out || at < *out)) out = at;
  };
  for (const posted& one : view.notices) {
    if (one.record.state == notice_state::published && one.record.expires_at)
      consider(*one.record.expires_at);
    if (one.record.state == notice_state::withdrawn && one.record.withdrawn_at)
      consider(*one.record.withdrawn_at + withdrawn_stays);
  }
  return out;
}

} // namespace kotobashi::web

#include "server/api/feed.hpp"

#include "server/api/translation_views.hpp"
#include "server/api/views.hpp"
#include "server/domain/inquiry.hpp"
#include "server/domain/request.hpp"
#include "server/domain/translation.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/engine/event_log.hpp"
#include "server/store/notice_store.hpp"
#include "server/store/request_store.hpp"
#include "server/store/roster_store.hpp"
#include "server/store/translation_store.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
std::string write_message(const event& what, std::string_view cursor, std::string_view kind,
                          std::optional<js::value> body) {
  js::object out{{"cursor", cursor},
                 {"kind", kind},
                 {"entity", what.entity},
                 {"id", what.id},
                 {"at", to_rfc3339(what.at)}};
  if (body) out["body"] = std::move(*body);
  return json::to_string(out);
}

template <class T>
std::optional<js::value> written(const result<T>& from) {
  if (!from) return std::nullopt;
  return json::write(*from);
}

std::optional<js::value> body_for_staff(store::connection& db, const event& what,
                                        const domain::principal& who) {
  if (what.entity == "request") return written(request_for_staff(db, {what.id}, who));
  if (what.entity == "inquiry") return written(inquiry_for(db, {what.id}, who));
  if (what.entity == "notice") return written(notice_for_staff(db, {what.id}));
  if (what.entity == "translation") return written(translation_for(db, {what.id}, who));
  if (what.entity == "activation") return written(store::get<activation>(db, {what.id}));
  if (what.entity == "log_entry") return written(store::get<log_entry>(db, {what.id}));
  if (what.entity == "bulletin") return written(store::get<bulletin>(db, {what.id}));
  if (what.entity == "volunteer" && who.roles.meets({role::lead, role::coordinator}))
    return written(store::get<volunteer>(db, {what.id}));
  if (what.entity == "account" && who.roles.has(role::lead)) {
    if (auto found = store::find<account>(db, {what.id})) return json::write(view_of(*found));
  }
  return std::nullopt;
}

// A request that matches but is not open any more was seen before, and so was one whose place was given back
// with this; one that never matched is not mentioned.
std::optional<std::string> request_for_phone(store::connection& db, const words::library& texts,
                                             const event& what, std::string_view cursor,
                                             const domain::principal& who) {
  if (auto seen = request_for(db, texts, {what.id}, who, "ja"))
    return write_message(what, cursor, what.kind, json::write(*seen));
  auto before = store::find<request>(db, {what.id});
  if (!before) return std::nullopt;
  auto person = as_volunteer_for(db, who, *before);
  if (!person) return std::nullopt;
  auto all = store::assignments_of(db, before->id);
  bool given_back = std::ranges::any_of(
      all, [&](const assignment& one) { return one.volunteer == person->id && one.released_at == what.at; });
  before->state = request_state::open;
  if (!given_back && !domain::shown_to(*before, *person)) return std::nullopt;
  return write_message(what, cursor, "gone", std::nullopt);
}

// In a language that the reader writes; `gone` once no notice carries it.
std::optional<std::string> translation_for_phone(store::connection& db, const event& what,
                                                 std::string_view cursor, const domain::principal& who) {
  auto person = as_volunteer(db, who);
  auto one = store::find<translation>(db, {what.id});
  if (!person || !one || !domain::may_translate(*person, one->language)) return std::nullopt;
  if (auto seen = translation_for(db, one->id, who))
    return write_message(what, cursor, what.kind, json::write(*seen));
  return write_message(what, cursor, "gone", std::nullopt);
}
} // namespace

std::string audience_of(const domain::principal& who) {
  return who.as_volunteer.empty() ? "account/" + who.who.value : "volunteer/" + who.as_volunteer.value;
}

std::optional<std::string> message_for(store::connection& db, const words::library& texts, const event& what,
                                       std::string_view cursor, const domain::principal& who) {
  if (who.roles.meets(domain::staff)) {
    auto body = body_for_staff(db, what, who);
    if (!body) return std::nullopt;
    return write_message(what, cursor, what.kind, std::move(body));
  }
  if (what.entity == "request") return request_for_phone(db, texts, what, cursor, who);
  if (what.entity == "translation") return translation_for_phone(db, what, cursor, who);
  if (what.entity == "activation") return write_message(what, cursor, what.kind, std::nullopt);
  return std::nullopt;
}

bool changes_board(const event& what) {
  return what.entity == "activation" || (what.entity == "notice" && what.kind != "notice.drafted");
}

std::string board_changed(std::string_view cursor, instant at) {
  return json::to_string(js::object{{"cursor", cursor}, {"kind", "board.changed"}, {"at", to_rfc3339(at)}});
}

result<catch_up> events_since(store::connection& db, const words::library& texts, const cursor_seal& seal,
                              const std::string& after, const domain::principal& who) {
  catch_up out;
  constexpr std::int64_t most = 1000; // more than that is read faster from the records
  out.upto = store::last_event(db);
  out.cursor = seal.seal(out.upto);
  if (after.empty()) return out;
  auto from = seal.open(after);
  if (!from || *from > out.upto || out.upto - *from > most) {
    out.resync = true;
    return out;
  }
  auto page = store::events_after(db, *from, most);
  out.resync = page.resync;
  for (const auto& each : page.events) {
    std::string cursor = seal.seal(each.seq);
    if (auto message = message_for(db, texts, each, cursor, who))
      out.messages.push_back({each.seq, std::move(cursor), std::move(*message)});
  }
  return out;
}

} // namespace kotobashi::api

#include "server/api/board_refresh.hpp"
#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/rendering.hpp"
#include "server/api/translating.hpp"
#include "server/api/views.hpp"
#include "server/domain/notice.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/notice_store.hpp"

#include <algorithm>
#include <utility>

namespace kotobashi::api {

namespace {
// Freezes what is said: parameters, versions of the packs, every language's text.
void freeze(const services& of, store::unit_of_work& work, const notice& one, std::int64_t index,
            const rendered_notice& said, const js::value& parameters,
            const std::optional<text<4000>>& free_text, const id<account>& who) {
  notice_revision made{
      work.new_id<notice_revision>(), one.id, index, parameters, free_text, {}, work.now(), who};
  for (const auto& each : said.texts) {
    if (const auto* pack = of.texts.find_language(each.language))
      made.pack_versions[each.language] = pack->version;
    notice_text text;
    text.id = work.new_id<notice_text>();
    text.notice = one.id;
    text.index = index;
    text.language = each.language;
    text.ready = is_ready(of, one.critical, each) && !is_left_out(one, text.language);
    api::freeze(each, text, work.now());
    store::add(work, text);
  }
  store::add(work, made);
}

int ready_texts(store::connection& db, const notice& of) {
  return static_cast<int>(
      std::ranges::count_if(store::languages_of(db, of.id, of.current), &notice_language::ready));
}

result<id<notice>> draft(const services& of, store::unit_of_work& work, const call& from,
                         const new_notice& wish, const rendered_notice& said) {
  auto current = open_center(work.db());
  if (!current) return current.error();
  if (wish.follows) {
    auto parent = store::find(work.db(), *wish.follows);
    if (!parent || parent->activation != current->id || !parent->number)
      return refuse_field("follows", "unknown", "there is no such published notice");
  }
  notice made;
  made.id = work.new_id<notice>();
  made.activation = current->id;
  made.template_ = wish.template_.value_or("");
  made.critical = said.critical;
  made.follows = wish.follows.value_or(id<notice>{});
  made.source = wish.source;
  made.channels = wish.channels.empty() ? said.channels : wish.channels;
  made.languages = wish.languages;
  made.created_at = work.now();
  made.expires_at = wish.expires_at; // else counted from the publication
  made.created_by = from.from.who;
  store::add(work, made);
  freeze(of, work, made, 1, said, wish.parameters.is_null() ? js::value(js::object{}) : wish.parameters,
         wish.text, from.from.who);
  use_translations(of, work, made);
  store::tell(work, from.from.who, "notice.drafted", made.id, 1);
  return made.id;
}

// Takes languages out of those that go: what the editor leaves out waits, also when it becomes ready.
result<bool> keep_only(store::unit_of_work& work, notice& one, const std::vector<std::string>& wanted) {
  auto texts = store::texts_of(work.db(), one.id, one.current);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    auto found = std::ranges::find_if(
        texts, [&](const notice_text& text) { return text.language.value == wanted[i]; });
    const std::string field = "languages[" + std::to_string(i) + "]";
    if (found == texts.end()) return refuse_field(field, "unknown", "the notice has no such language");
    if (!found->ready) return refuse_field(field, "not_ready", "this language is not ready");
  }
  one.left_out.clear();
  for (auto& text : texts) {
    if (std::ranges::find(wanted, text.language.value) != wanted.end()) continue;
    one.left_out.push_back(text.language.value);
    if (!std::exchange(text.ready, false)) continue;
    store::save(work, text);
  }
  return true;
}

// To be changed: its center is open, and nobody was faster.
result<notice> notice_to_change(store::connection& db, const call& from, const id<notice>& which) {
  auto current = open_center(db);
  if (!current) return current.error();
  auto one = store::get(db, which);
  if (!one) return one.error();
  if (one->activation != current->id)
    return refuse(refusal_code::center_closed, "this notice belongs to a center that is closed");
  if (auto stale = if_match(from, one->revision)) return *stale;
  return one;
}

result<id<notice>> publish_draft(const services& of, store::unit_of_work& work, const call& from,
                                 const id<notice>& which, const publish_notice& wish) {
  auto one = notice_to_change(work.db(), from, which);
  if (!one) return one.error();
  use_translations(of, work, *one); // what was translated since it was drafted
  if (wish.languages) {
    auto kept = keep_only(work, *one, *wish.languages);
    if (!kept) return kept.error();
  }
  if (!one->expires_at) one->expires_at = expiry_of(of, one->template_, work.now());
  auto ready = ready_texts(work.db(), *one);
  auto tried = domain::publish(*one, wish, 0, ready, work.now());
  if (!tried) return tried.error();
  tried->number = store::next_number(work, one->activation, "notice");
  store::save(work, *tried);
  ask_for_translations(of, work, from.from.who, *tried);
  store::tell(work, from.from.who, "notice.published", tried->id, tried->revision);
  return tried->id;
}

result<id<notice>> correct_published(const services& of, store::unit_of_work& work, const call& from,
                                     const id<notice>& which, const correct_notice& wish) {
  auto one = notice_to_change(work.db(), from, which);
  if (!one) return one.error();
  if (wish.languages) one->left_out.clear();
  auto topic = one->template_.empty() ? std::nullopt : std::optional(one->template_);
  auto said = render_notice(of, topic, wish.parameters, wish.text, one->languages);
  if (!said) return said.error();
  auto ready = static_cast<int>(std::ranges::count_if(said->texts, [&](const words::rendered& text) {
    return is_ready(of, one->critical, text) && !is_left_out(*one, {text.language});
  }));
  auto corrected = domain::correct(*one, wish, one->current + 1, ready, work.now());
  if (!corrected) return corrected.error();
  freeze(of, work, *corrected, corrected->current, *said,
         wish.parameters.is_null() ? js::value(js::object{}) : wish.parameters, wish.text, from.from.who);
  use_translations(of, work, *corrected);
  if (wish.languages) {
    auto kept = keep_only(work, *corrected, *wish.languages);
    if (!kept) return kept.error();
    if (wish.languages->empty()) return refuse(refusal_code::not_ready, "no language goes out");
  }
  store::save(work, *corrected);
  drop_translations(work, from.from.who, *one);
  ask_for_translations(of, work, from.from.who, *corrected);
  store::tell(work, from.from.who, "notice.corrected", corrected->id, corrected->revision);
  return corrected->id;
}
} // namespace

awaitable<reply> create_notice(services& of, const call& from) {
  auto wish = input<new_notice>(from);
  if (!wish) co_return problem(wish.error());
  auto said = render_notice(of, wish->template_, wish->parameters, wish->text, wish->languages);
  if (!said) co_return problem(said.error());
  auto job = [&](store::unit_of_work& work) { return draft(of, work, from, *wish, *said); };
  co_return co_await change(of, from, "notice.create", 201, job, notice_for_staff);
}

awaitable<reply> list_notices(services& of, const call& from) {
  auto wish = page_of(from);
  if (!wish) co_return problem(wish.error());
  auto look = [&](store::reader& in) -> result<std::vector<notice_view>> {
    std::vector<notice_view> out;
    auto current = store::latest_activation(in.db());
    if (!current) return out;
    for (auto& each : store::notices(in.db(), current->id, *wish))
      out.push_back(notice_seen(in.db(), std::move(each)));
    return out;
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, *wish, found->empty() ? "" : found->back().id.value);
}

awaitable<reply> get_notice(services& of, const call& from) {
  auto which = path_id<notice>(from);
  if (!which) co_return problem(which.error());
  auto look = [&](store::reader& in) { return notice_for_staff(in.db(), *which); };
  co_return reply_of(co_await of.db.read(look));
}

awaitable<reply> publish_one(services& of, const call& from) {
  auto which = path_id<notice>(from);
  auto wish = input<publish_notice>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) { return publish_draft(of, work, from, *which, *wish); };
  reply out = co_await change(of, from, "notice.publish", 200, job, notice_for_staff);
  co_await refresh_board(of);
  co_return out;
}

awaitable<reply> correct_one(services& of, const call& from) {
  auto which = path_id<notice>(from);
  auto wish = input<correct_notice>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) { return correct_published(of, work, from, *which, *wish); };
  reply out = co_await change(of, from, "notice.correct", 200, job, notice_for_staff);
  co_await refresh_board(of);
  co_return out;
}

awaitable<reply> withdraw_one(services& of, const call& from) {
  auto which = path_id<notice>(from);
  auto wish = input<withdraw_notice>(from);
  if (!which) co_return problem(which.error());
  if (!wish) co_return problem(wish.error());
  auto job = [&](store::unit_of_work& work) -> result<id<notice>> {
    auto one = notice_to_change(work.db(), from, *which);
    if (!one) return one.error();
    auto gone = domain::withdraw(*one, *wish, work.now());
    if (!gone) return gone.error();
    store::save(work, *gone);
    drop_translations(work, from.from.who, *gone);
    store::tell(work, from.from.who, "notice.withdrawn", gone->id, gone->revision);
    return gone->id;
  };
  reply out = co_await change(of, from, "notice.withdraw", 200, job, notice_for_staff);
  co_await refresh_board(of);
  co_return out;
}

} // namespace kotobashi::api

#include "server/api/board_refresh.hpp"
#include "server/api/handlers.hpp"
#include "server/api/translating.hpp"
#include "server/api/translation_views.hpp"
#include "server/domain/translation.hpp"
#include "server/store/activation_store.hpp"
#include "server/store/translation_store.hpp"
#include "server/text/memory.hpp"

namespace kotobashi::api {

namespace {
result<std::vector<translation_view>> list_for(store::connection& db, const call& from) {
  std::vector<translation_view> out;
  auto current = store::current_activation(db);
  if (!current) return out;
  std::optional<volunteer> person;
  if (!from.from.as_volunteer.empty()) {
    auto found = as_volunteer(db, from.from);
    if (!found) return found.error();
    person = std::move(*found);
  }
  bool done_too = from.parameter("done") == "1";
  for (const auto& each : store::live_translations(db, current->id, done_too))
    if (!person || domain::may_translate(*person, each.language))
      out.push_back(translation_seen(db, each, from.from));
  return out;
}

bool has_kana(const std::string& text) {
  // U+3041 to U+30FF: E3 81 81 to E3 83 BF
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (byte(i) == 0xE3 && byte(i + 1) >= 0x81 && byte(i + 1) <= 0x83) return true;
  }
  return false;
}

// The source never goes out in place of a translation.
bool is_untranslated(const translation& one, const std::string& said) {
  return !one.language.value.starts_with(words::source_language) && said == one.source.value &&
         has_kana(said);
}

// Clean, with a title and a body where the source has both.
result<std::string> clean(const translation& one, const std::string& typed) {
  auto said = words::clean_lines(typed);
  if (said.empty()) return refuse_field("text", "required", "write the translation");
  bool short_of_lines = words::lines_of(one.source.value).size() > 1 && words::lines_of(said).size() == 1;
  if (short_of_lines)
    return refuse_field("text", "format", "the first line is the title; the rest belongs below it");
  if (is_untranslated(one, said))
    return refuse_field("text", "untranslated", "this is the Japanese text itself");
  return said;
}

// One step of a translation, by somebody who may see it.
template <class Step>
awaitable<reply> take_step(services& of, const call& from, std::string_view what, Step step) {
  auto which = path_id<translation>(from);
  if (!which) co_return problem(which.error());
  auto job = [&](store::unit_of_work& work) -> result<id<translation>> {
    auto one = store::get(work.db(), *which);
    if (!one) return one.error();
    if (auto hidden = not_shown(work.db(), *one, from.from)) return *hidden;
    const std::string said = one->said;
    const auto status = domain::status_of(*one);
    auto changed = step(std::move(*one), domain::is_translation_staff(from.from), work.now());
    if (!changed) return changed.error();
    store::save(work, *changed);
    store::tell(work, from.from.who, what, changed->id, changed->revision);
    if (changed->said.value != said || domain::status_of(*changed) != status)
      put_out(of, work, from.from.who, *changed, said);
    return changed->id;
  };
  auto show = [&](store::connection& db, const id<translation>& one) -> result<translation_view> {
    auto found = store::get(db, one);
    if (!found) return found.error();
    return translation_seen(db, *found, from.from);
  };
  reply out = co_await change(of, from, what, 200, job, show);
  co_await refresh_board(of);
  co_return out;
}
} // namespace

awaitable<reply> list_translations(services& of, const call& from) {
  auto look = [&](store::reader& in) { return list_for(in.db(), from); };
  auto found = co_await of.db.read(look);
  co_return found ? list_reply(*found) : problem(found.error());
}

awaitable<reply> get_translation(services& of, const call& from) {
  auto which = path_id<translation>(from);
  if (!which) co_return problem(which.error());
  auto look = [&](store::reader& in) { return translation_for(in.db(), *which, from.from); };
  co_return reply_of(co_await of.db.read(look));
}

awaitable<reply> list_memory(services& of, const call& from) {
  auto which = path_id<translation>(from);
  if (!which) co_return problem(which.error());
  auto look = [&](store::reader& in) -> result<std::vector<memory_offer>> {
    auto one = store::get(in.db(), *which);
    if (!one) return one.error();
    if (auto hidden = not_shown(in.db(), *one, from.from)) return *hidden;
    return offers_for(in.db(), *one);
  };
  auto found = co_await of.db.read(look);
  co_return found ? list_reply(*found) : problem(found.error());
}

awaitable<reply> claim_translation(services& of, const call& from) {
  auto step = [&](translation one, bool, instant now) {
    return domain::claim(std::move(one), from.from.who, now);
  };
  co_return co_await take_step(of, from, "translation.claimed", step);
}

awaitable<reply> release_translation(services& of, const call& from) {
  auto step = [&](translation one, bool by_staff, instant) {
    return domain::give_back(std::move(one), from.from.who, by_staff);
  };
  co_return co_await take_step(of, from, "translation.released", step);
}

awaitable<reply> submit_one_translation(services& of, const call& from) {
  auto wish = input<submit_translation>(from);
  if (!wish) co_return problem(wish.error());
  auto step = [&](translation one, bool, instant now) -> result<translation> {
    auto said = clean(one, wish->text);
    if (!said) return said.error();
    return domain::submit(std::move(one), from.from.who, std::move(*said), now);
  };
  co_return co_await take_step(of, from, "translation.submitted", step);
}

awaitable<reply> check_one_translation(services& of, const call& from) {
  auto wish = input<check_translation>(from);
  if (!wish) co_return problem(wish.error());
  auto step = [&](translation one, bool by_staff, instant now) -> result<translation> {
    if (auto stale = if_match(from, one.revision)) return *stale;
    std::optional<std::string> said;
    if (wish->text) {
      auto cleaned = clean(one, wish->text->value);
      if (!cleaned) return cleaned.error();
      said = std::move(*cleaned);
    }
    return domain::check(std::move(one), from.from.who, by_staff, std::move(said), now);
  };
  co_return co_await take_step(of, from, "translation.checked", step);
}

} // namespace kotobashi::api

#include "server/api/wordings.hpp"

#include "server/api/board_refresh.hpp"
#include "server/api/handlers.hpp"
#include "server/api/handling.hpp"
#include "server/api/late_wordings.hpp"
#include "server/api/translation_views.hpp"
#include "server/domain/translation.hpp"
#include "server/store/wording_store.hpp"
#include "server/text/hash.hpp"
#include "server/text/langpack/lint.hpp"
#include "server/text/langpack/sheet.hpp"
#include "server/text/langpack/variants.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace kotobashi::api {

namespace {
// --- which text

struct place_in_pack {
  const words::pack& in;
  langpack::text_key key;
  const words::entry& original;
  const words::entry& text; // as it stands now
};

result<place_in_pack> find_text(const words::library& texts, const language_tag& language,
                                const std::string& key) {
  const auto* in = texts.find_pack(language.value);
  if (!in) return refuse_field("language", "unknown", "there is no language " + language.value);
  if (in == &texts.source())
    return refuse_field("language", "range", "Japanese is what all others are translated from");
  auto named = langpack::texts_named(texts.source(), key);
  if (named.size() != 1) return refuse_field("key", "unknown", "there is no such text");
  const auto* text = in->find(named.front().first, named.front().second);
  if (!text) return refuse_field("key", "unknown", "this language has no such text yet");
  const auto& original = *texts.source().find(named.front().first, named.front().second);
  return place_in_pack{*in, std::move(named.front()), original, *text};
}

words::section section_of(const wording_review& one) {
  for (auto each : langpack::sections)
    if (langpack::name_of(each) == one.section.value) return each;
  throw std::logic_error("a review of section " + one.section.value);
}

// nullptr: the pack has it no more.
const words::entry* text_of(const words::library& texts, const wording_review& one) {
  const auto* in = texts.find_pack(one.language.value);
  return in ? in->find(section_of(one), one.key.value) : nullptr;
}

// --- the list for those who check

class named_values : public langpack::variant_writer {
public:
  std::string words(const std::string& text, const std::string& ruby) const override {
    return ruby.empty() || !with_ruby_ ? text : text + "（" + ruby + "）";
  }
  std::string value(const std::string& name) const override { return '{' + name + '}'; }
  explicit named_values(bool with_ruby) : with_ruby_(with_ruby) {}

private:
  bool with_ruby_;
};

std::vector<std::string> says(const words::message& of, bool with_ruby) {
  std::vector<std::string> out;
  for (auto& each : langpack::variants(of, named_values(with_ruby))) out.push_back(std::move(each.says));
  return out;
}

struct wording_page {
  std::vector<wording_view> items;
  std::int64_t left = 0; // that this reader may check, these among them
};

wording_view view_of(const langpack::sheet& from, const langpack::sheet_row& row) {
  const auto& original = *from.source.find(row.where, row.key);
  const auto& source = from.source.made(original, nullptr);
  const auto& text = *from.language.find(row.where, row.key);
  const auto& made = from.language.made(text, &source);
  return {row.full_key, row.note,  row.terms, says(source.message, false), says(made.message, true),
          row.english,  text.text, row.status};
}

// Texts that nobody has confirmed; not those that the reader has spoken about as they stand.
awaitable<wording_page> next_wordings(const words::library& texts, std::string language,
                                      std::set<std::pair<std::string, std::string>> reviewed,
                                      std::string after, std::size_t limit) {
  auto sheet = langpack::make_sheet(texts, language, {text_status::drafted, text_status::outdated});
  wording_page out;
  if (!sheet) co_return out;
  std::erase_if(sheet->rows, [&](const langpack::sheet_row& row) {
    return reviewed.contains({row.full_key, row.text.value_or("")});
  });
  out.left = static_cast<std::int64_t>(sheet->rows.size());
  auto begin = std::ranges::find(sheet->rows, after, &langpack::sheet_row::full_key);
  begin = begin == sheet->rows.end() ? sheet->rows.begin() : begin + 1;
  for (auto row = begin; row != sheet->rows.end() && out.items.size() < limit; ++row)
    out.items.push_back(view_of(*sheet, *row));
  co_return out;
}

// ?language=
result<language_tag> asked_language(const words::library& texts, const call& from) {
  const std::string tag(from.parameter("language").value_or(""));
  if (tag == words::source_language || !texts.find_language(tag))
    return refuse_field("language", "unknown", "there is no such language to translate into");
  return language_tag{tag};
}

std::optional<refusal> may_check(store::connection& db, const domain::principal& who,
                                 const language_tag& language) {
  if (who.roles.meets(domain::staff)) return std::nullopt;
  auto person = as_volunteer(db, who);
  if (!person) return person.error();
  if (!domain::may_translate(*person, language))
    return refuse(refusal_code::forbidden, "this is for those who write the language");
  return std::nullopt;
}

// --- reviews

wording_review_view review_seen(const words::library& texts, store::connection& db,
                                const wording_review& one) {
  wording_review_view seen;
  seen.id = one.id;
  seen.language = one.language;
  seen.key = langpack::full_key(texts.source(), section_of(one), one.key);
  seen.source = one.source;
  seen.was = one.was;
  if (!one.is_right()) seen.said = one.said;
  seen.state = one.state;
  seen.at = one.at;
  seen.by = name_for_staff(db, one.by);
  seen.decided_by = name_for_staff(db, one.decided_by);
  seen.decided_at = one.decided_at;
  seen.revision = one.revision;
  return seen;
}

result<wording_review_view> review_for_staff(const words::library& texts, store::connection& db,
                                             const id<wording_review>& which) {
  auto found = store::get(db, which);
  if (!found) return found.error();
  return review_seen(texts, db, *found);
}

awaitable<std::vector<langpack::finding>> check_text(const words::library& texts, std::string language,
                                                     langpack::text_key key, std::string said) {
  co_return langpack::lint_text(texts, *texts.find_pack(language), key.first, key.second, said);
}

// The texts of these keys, ticked, with who checked them.
awaitable<std::string> checked_sheet(const words::library& texts, std::string language,
                                     std::map<std::string, std::string> checkers) {
  auto sheet = langpack::make_sheet(texts, language, {});
  if (!sheet) co_return std::string();
  std::erase_if(sheet->rows,
                [&](const langpack::sheet_row& row) { return !checkers.contains(row.full_key); });
  for (auto& row : sheet->rows) row.checked_by = checkers.at(row.full_key);
  co_return langpack::to_csv(*sheet);
}

refusal wrong_text(const std::vector<langpack::finding>& found) {
  refusal out = refuse(refusal_code::invalid, "this wording cannot be used");
  for (const auto& each : found) out.errors.push_back({"said", each.rule, each.what});
  return out;
}

void decide(store::unit_of_work& work, wording_review one, wording_review_state as, const id<account>& who,
            std::string_view what) {
  one.state = as;
  one.decided_by = who;
  one.decided_at = work.now();
  ++one.revision;
  store::save(work, one);
  store::tell(work, who, what, one.id, one.revision);
}

// Others of the same text that this decision leaves nothing to decide about.
void overtake(store::unit_of_work& work, const wording_review& by, const id<account>& who) {
  for (auto& each : store::open_beside(work.db(), by))
    if (!by.is_right() || each.is_right())
      decide(work, std::move(each), wording_review_state::overtaken, who, "wording.overtaken");
}

result<wording_review> open_review(store::connection& db, const id<wording_review>& which) {
  auto one = store::get(db, which);
  if (one && one->state != wording_review_state::open)
    return refuse(refusal_code::wrong_state, "this is decided already");
  return one;
}
} // namespace

void use_wordings(words::library& texts, const std::vector<wording_review>& accepted) {
  for (const auto& each : accepted)
    texts.revise({each.language.value, section_of(each), each.key.value, each.was.value, each.said.value,
                  words::text_hash(each.source.value)});
}

awaitable<reply> list_wordings(services& of, const call& from) {
  auto language = asked_language(of.texts, from);
  if (!language) co_return problem(language.error());
  auto limit = limit_of(from);
  if (!limit) co_return problem(limit.error());
  auto look = [&](store::reader& in) -> result<std::vector<wording_review>> {
    if (auto no = may_check(in.db(), from.from, *language)) return *no;
    return store::wordings_reviewed_by(in.db(), from.from.who, *language);
  };
  auto own = co_await of.db.read(look);
  if (!own) co_return problem(own.error());
  std::set<std::pair<std::string, std::string>> reviewed;
  for (const auto& each : *own)
    reviewed.emplace(langpack::full_key(of.texts.source(), section_of(each), each.key), each.was.value);
  auto found = co_await asio::co_spawn(of.heavy,
                                       next_wordings(of.texts, language->value, std::move(reviewed),
                                                     std::string(from.parameter("after").value_or("")),
                                                     static_cast<std::size_t>(*limit)),
                                       asio::use_awaitable);
  js::object body{{"items", json::write(found.items)}, {"left", found.left}};
  if (static_cast<std::int64_t>(found.items.size()) == *limit) body["next"] = found.items.back().key;
  co_return json_reply(200, body);
}

awaitable<reply> list_wording_languages(services& of, const call& from) {
  auto look = [&](store::reader& in) -> result<std::vector<std::string>> {
    std::vector<std::string> out;
    for (const auto& each : of.texts.languages())
      if (each.tag != words::source_language && !may_check(in.db(), from.from, {each.tag}))
        out.push_back(each.tag);
    return out;
  };
  auto found = co_await of.db.read(look);
  co_return found ? list_reply(*found) : problem(found.error());
}

awaitable<reply> review_wording(services& of, const call& from) {
  auto wish = input<new_wording_review>(from);
  if (!wish) co_return problem(wish.error());
  auto at = find_text(of.texts, wish->language, wish->key);
  if (!at) co_return problem(at.error());
  const std::string was = at->text.text, said = wish->said ? wish->said->value : was;
  std::vector<langpack::finding> wrong;
  if (said != was)
    wrong = co_await asio::co_spawn(of.heavy, check_text(of.texts, wish->language.value, at->key, said),
                                    asio::use_awaitable);
  auto job = [&](store::unit_of_work& work) -> result<id<wording_review>> {
    if (auto no = may_check(work.db(), from.from, wish->language)) return *no;
    if (wish->was.value != was)
      return refuse(refusal_code::wrong_state, "the text is another by now: look at it again");
    if (!wrong.empty()) return wrong_text(wrong);
    wording_review made;
    made.id = work.new_id<wording_review>();
    made.language = wish->language;
    made.section = std::string(langpack::name_of(at->key.first));
    made.key = at->key.second;
    made.source = at->original.text;
    made.was = was;
    made.said = said;
    made.by = from.from.who;
    made.at = work.now();
    made.state = wording_review_state::open;
    store::add(work, made);
    store::tell(work, from.from.who, "wording.reviewed", made.id, 1);
    return made.id;
  };
  auto show = [&](store::connection& db, const id<wording_review>& which) -> result<wording_review_view> {
    auto seen = review_for_staff(of.texts, db, which);
    if (seen && !from.from.roles.meets(domain::staff)) seen->by.reset();
    return seen;
  };
  co_return co_await change(of, from, "wording.review", 201, job, show);
}

awaitable<reply> list_wording_reviews(services& of, const call& from) {
  auto wish = page_of(from);
  if (!wish) co_return problem(wish.error());
  store::wording_filter filter{std::string(from.parameter("language").value_or("")),
                               std::string(from.parameter("key").value_or("")), std::nullopt};
  if (auto slash = filter.key.find('/'); slash != filter.key.npos) filter.key.erase(0, slash + 1);
  if (auto state = from.parameter("state")) {
    filter.state = json::from_name<wording_review_state>(*state);
    if (!filter.state)
      co_return problem(refuse_field("state", "unknown", "open, accepted, declined or overtaken"));
  }
  auto look = [&](store::reader& in) -> result<std::vector<wording_review_view>> {
    std::vector<wording_review_view> out;
    for (const auto& each : store::wording_reviews(in.db(), filter, *wish))
      out.push_back(review_seen(of.texts, in.db(), each));
    return out;
  };
  auto found = co_await of.db.read(look);
  if (!found) co_return problem(found.error());
  co_return list_reply(*found, *wish, found->empty() ? "" : found->back().id.value);
}

awaitable<reply> get_wording_review(services& of, const call& from) {
  auto which = path_id<wording_review>(from);
  if (!which) co_return problem(which.error());
  auto look = [&](store::reader& in) { return review_for_staff(of.texts, in.db(), *which); };
  co_return reply_of(co_await of.db.read(look));
}

awaitable<reply> export_wordings(services& of, const call& from) {
  auto language = asked_language(of.texts, from);
  if (!language) co_return problem(language.error());
  auto look = [&](store::reader& in) -> result<std::map<std::string, std::string>> {
    std::map<std::string, std::string> checkers;
    for (const auto& each : store::accepted_wordings(in.db()))
      if (const auto* now = text_of(of.texts, each);
          now && each.language == *language && now->text == each.said.value)
        checkers[langpack::full_key(of.texts.source(), section_of(each), each.key)] =
            name_for_staff(in.db(), each.by).value_or("");
    return checkers;
  };
  auto checkers = co_await of.db.read(look);
  if (!checkers) co_return problem(checkers.error());
  reply out;
  out.content_type = "text/csv; charset=utf-8";
  out.body = co_await asio::co_spawn(of.heavy, checked_sheet(of.texts, language->value, std::move(*checkers)),
                                     asio::use_awaitable);
  out.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + language->value + ".csv\"");
  co_return out;
}

awaitable<reply> accept_wording(services& of, const call& from) {
  auto which = path_id<wording_review>(from);
  if (!which) co_return problem(which.error());
  auto job = [&](store::unit_of_work& work) -> result<id<wording_review>> {
    auto one = open_review(work.db(), *which);
    if (!one) return one.error();
    const auto* now = text_of(of.texts, *one);
    if (!now || now->text != one->was.value)
      return refuse(refusal_code::wrong_state, "the pack says something else by now");
    overtake(work, *one, from.from.who);
    decide(work, *one, wording_review_state::accepted, from.from.who, "wording.accepted");
    return one->id;
  };
  auto show = [&](store::connection& db, const id<wording_review>& one) {
    return review_for_staff(of.texts, db, one);
  };
  reply out = co_await change(of, from, "wording.accept", 200, job, show);
  if (out.status != 200) co_return out;
  auto look = [&](store::reader& in) { return store::get(in.db(), *which); };
  auto one = co_await of.db.read(look);
  if (!one) co_return problem(one.error()); // asked again, it goes on
  use_wordings(of.texts, {*one});
  auto put_out = [&](store::unit_of_work& work) -> result<bool> {
    put_out_wordings(of, work, from.from.who, one->language);
    return true;
  };
  if (auto done = co_await of.db.write(put_out); !done) co_return problem(done.error());
  co_await refresh_board(of);
  co_return out;
}

awaitable<reply> decline_wording(services& of, const call& from) {
  auto which = path_id<wording_review>(from);
  if (!which) co_return problem(which.error());
  auto job = [&](store::unit_of_work& work) -> result<id<wording_review>> {
    auto one = open_review(work.db(), *which);
    if (!one) return one.error();
    decide(work, *one, wording_review_state::declined, from.from.who, "wording.declined");
    return one->id;
  };
  auto show = [&](store::connection& db, const id<wording_review>& one) {
    return review_for_staff(of.texts, db, one);
  };
  co_return co_await change(of, from, "wording.decline", 200, job, show);
}

} // namespace kotobashi::api

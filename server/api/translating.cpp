#include "server/api/translating.hpp"

#include "server/domain/notice.hpp"
#include "server/domain/translation.hpp"
#include "server/model/json.hpp"
#include "server/store/notice_store.hpp"
#include "server/store/translation_store.hpp"
#include "server/text/free_text.hpp"
#include "server/text/hash.hpp"
#include "server/text/memory.hpp"
#include "server/text/ruby.hpp"
#include "server/text/search.hpp"
#include "server/text/wording.hpp"

#include <algorithm>

namespace kotobashi::api {

namespace {
using words::paragraph;

id<activation> drill_of(store::connection& db, const notice& one) {
  auto in = store::find(db, one.activation);
  return in && in->mode == activation_mode::drill ? in->id : id<activation>{};
}

// A text as it is frozen, to be changed.
struct open_text {
  notice_text row;
  std::vector<paragraph> title{1}; // one
  std::vector<paragraph> body{};

  explicit open_text(notice_text from) : row(std::move(from)) {
    if (auto runs = json::read_as<paragraph>(row.title_runs)) title.front() = std::move(*runs);
    if (auto runs = json::read_as<std::vector<paragraph>>(row.body_runs)) body = std::move(*runs);
  }
  void close(words::direction direction, instant now) {
    row.title = words::to_plain(title.front(), direction);
    row.body = words::to_plain(body, direction);
    row.title_runs = json::write(title.front());
    row.body_runs = json::write(body);
    row.at = now;
  }
  template <class Do>
  void each_run(Do with) {
    for (auto* part : {&title, &body})
      for (auto& line : *part)
        for (auto& one : line) with(one);
  }
};

bool in_japanese(const words::run& one) {
  return one.parameter && one.language == words::source_language;
}

bool is_free(const words::topic& topic, const words::run& one) {
  return std::ranges::any_of(topic.parameters, [&](const words::parameter& each) {
    return each.name == *one.parameter && each.type == words::parameter_type::text;
  });
}

// Has somebody typed a text that no template has? Most notices have none, and nothing to translate.
bool has_typed(const services& of, const notice& one, const notice_revision& said) {
  if (said.free_text) return true;
  const auto* topic = of.texts.find_topic(one.template_);
  const auto* given = said.parameters.if_object();
  return topic && given && std::ranges::any_of(topic->parameters, [&](const words::parameter& each) {
           return each.type == words::parameter_type::text && given->contains(each.name);
         });
}

// What of this text stands in Japanese because no template has it.
std::vector<std::string> sources_in(const services& of, const notice& one, const notice_revision& said,
                                    const notice_text& text) {
  if (text.language.value == words::source_language) return {};
  if (said.free_text) return {words::clean_lines(said.free_text->value)};
  std::vector<std::string> out;
  const auto* topic = of.texts.find_topic(one.template_);
  if (!topic) return out;
  open_text read(text);
  read.each_run([&](const words::run& each) {
    if (in_japanese(each) && is_free(*topic, each)) out.push_back(words::clean_lines(each.text));
  });
  std::erase(out, std::string());
  return out;
}

// Plain Japanese may carry its readings.
paragraph typed_line(const std::string& line, const words::language& in) {
  if (in.tag != words::plain_source_language) return {words::typed_run(line, in.tag, "text")};
  paragraph out;
  for (const auto& piece : words::read_ruby(words::sanitise(line))) {
    out.push_back({piece.text, in.tag, in.direction, {}, "text"});
    if (!piece.ruby.empty()) out.back().ruby = piece.ruby;
  }
  return out;
}

void say_all(open_text& text, const translation& from, const words::language& in) {
  auto lines = words::lines_of(from.said.value);
  if (lines.empty()) return;
  text.title.front() = typed_line(lines.front(), in);
  text.body.clear();
  for (std::size_t i = 1; i < lines.size(); ++i) text.body.push_back(typed_line(lines[i], in));
  text.row.status = domain::status_of(from);
}

// The value that stood in Japanese, or in what it said before, says this now.
void say_value(open_text& text, const translation& from, const std::string& before,
               const words::language& in) {
  const std::string was = words::sanitise(before);
  text.each_run([&](words::run& each) {
    bool source = in_japanese(each) && words::clean_lines(each.text) == from.source.value;
    bool earlier = each.parameter && !was.empty() && each.language == in.tag && each.text == was;
    if (source || earlier) each = words::typed_run(from.said.value, in.tag, *each.parameter);
  });
  if (domain::status_of(from) == text_status::drafted)
    text.row.status = words::worse(text.row.status, text_status::drafted);
}

// Puts what is translated into the text; false: it cannot be used there.
bool put(const services& of, const notice& one, const notice_revision& said, open_text& text,
         const translation& from, const std::string& before, instant now) {
  const auto* in = of.texts.find_language(text.row.language.value);
  if (!in || domain::status_of(from) == text_status::missing) return false;
  bool ready =
      domain::is_ready(domain::status_of(from), from.language, one.critical, of.center.policies.texts);
  if (said.free_text) {
    say_all(text, from, *in);
    text.row.ready = ready;
  } else {
    if (!ready) return false;
    say_value(text, from, before, *in);
  }
  text.close(in->direction, now);
  return true;
}

translation new_translation(store::unit_of_work& work, const language_tag& language,
                            const std::string& source, const id<activation>& drill) {
  translation made;
  made.id = work.new_id<translation>();
  made.drill = drill;
  made.language = language;
  made.source = source;
  made.source_hash = words::to_hex(words::text_hash(source));
  made.state = translation_state::open;
  made.created_at = work.now();
  store::add(work, made);
  return made;
}

std::optional<translation> known(store::connection& db, const language_tag& language,
                                 const std::string& source, const id<activation>& drill) {
  return store::translation_of(db, language, words::to_hex(words::text_hash(source)), drill);
}

memory_segment segment_of(const std::string& source, const std::string& said, bool checked) {
  return {source, words::search_fold(source), said, checked};
}

void remember(store::unit_of_work& work, const translation& from) {
  auto sources = words::lines_of(from.source.value), said = words::lines_of(from.said.value);
  bool by_line = sources.size() == said.size();
  if (!by_line) sources = {from.source.value}, said = {from.said.value};
  bool checked = domain::status_of(from) == text_status::checked;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    auto line = by_line ? static_cast<std::int64_t>(i + 1) : 0;
    store::new_segment one{from.id, line, from.language, from.drill,
                           segment_of(sources[i], said[i], checked)};
    store::remember(work, one, words::grams_of(from.language.value, one.what.folded));
  }
  auto last = by_line ? static_cast<std::int64_t>(sources.size()) : 0;
  store::forget_other_lines(work, from.id, by_line ? 1 : 0, last);
}

constexpr int similar_enough = 70;      // percent
constexpr std::size_t most_offers = 3;  // a line
constexpr std::size_t most_lines = 40;  // that are looked up
constexpr std::int64_t candidates = 60; // whose distance is measured

void add_offers(store::connection& db, const translation& of, std::int64_t line, const std::string& source,
                std::vector<memory_offer>& to) {
  const std::string folded = words::search_fold(source);
  auto found =
      store::similar_segments(db, words::grams_of(of.language.value, folded), of.drill, of.id, candidates);
  std::vector<memory_offer> offers;
  for (auto& each : found) {
    int percent = words::similarity(folded, each.folded, similar_enough);
    if (percent >= similar_enough) offers.push_back({line, each.source, each.said, percent, each.checked});
  }
  std::ranges::stable_sort(offers, std::ranges::greater{},
                           [](const memory_offer& one) { return std::pair(one.percent, one.checked); });
  std::vector<memory_offer> best;
  for (auto& each : offers) {
    bool twice = std::ranges::any_of(best, [&](const memory_offer& one) { return one.said == each.said; });
    if (!twice && best.size() < most_offers) best.push_back(std::move(each));
  }
  to.insert(to.end(), std::make_move_iterator(best.begin()), std::make_move_iterator(best.end()));
}
} // namespace

bool is_left_out(const notice& one, const language_tag& language) {
  return std::ranges::find(one.left_out, language.value) != one.left_out.end();
}

void use_translations(const services& of, store::unit_of_work& work, const notice& one) {
  auto said = store::revision_of(work.db(), one.id, one.current);
  if (!said || !has_typed(of, one, *said)) return;
  const auto drill = drill_of(work.db(), one);
  for (auto& row : store::texts_of(work.db(), one.id, one.current)) {
    if (is_left_out(one, row.language)) continue;
    bool changed = false;
    open_text text(row);
    for (const auto& source : sources_in(of, one, *said, row))
      if (auto found = known(work.db(), row.language, source, drill))
        changed = put(of, one, *said, text, *found, {}, work.now()) || changed;
    if (changed) store::save(work, text.row);
  }
}

void ask_for_translations(const services& of, store::unit_of_work& work, const id<account>& who,
                          const notice& one) {
  auto said = store::revision_of(work.db(), one.id, one.current);
  if (!said || !has_typed(of, one, *said)) return;
  const auto drill = drill_of(work.db(), one);
  for (const auto& row : store::texts_of(work.db(), one.id, one.current)) {
    if (is_left_out(one, row.language)) continue;
    for (const auto& source : sources_in(of, one, *said, row)) {
      auto which = known(work.db(), row.language, source, drill);
      if (!which) which = new_translation(work, row.language, source, drill);
      store::use(work, which->id, one.id, one.current);
      if (which->state != translation_state::done)
        store::tell(work, who, "translation.asked", which->id, which->revision);
    }
  }
}

void put_out(const services& of, store::unit_of_work& work, const id<account>& who, const translation& now,
             const std::string& said_before) {
  remember(work, now);
  for (const auto& each : store::live_uses(work.db(), now.id)) {
    auto one = store::find(work.db(), each.in);
    auto said = store::revision_of(work.db(), each.in, each.index);
    if (!one || !said || is_left_out(*one, now.language)) continue;
    for (auto& row : store::texts_of(work.db(), each.in, each.index)) {
      if (row.language != now.language) continue;
      open_text text(row);
      if (!put(of, *one, *said, text, now, said_before, work.now())) continue;
      store::save(work, text.row);
      store::tell(work, who, "notice.translated", one->id, one->revision);
    }
  }
}

void drop_translations(store::unit_of_work& work, const id<account>& who, const notice& one) {
  for (const auto& each : store::translations_in(work.db(), one.id, one.current))
    if (each.state != translation_state::done)
      store::tell(work, who, "translation.dropped", each.id, each.revision);
}

void give_back_claims(store::unit_of_work& work, const id<account>& who) {
  for (auto& each : store::claims_of(work.db(), who)) {
    auto freed = domain::lapse(std::move(each));
    store::save(work, freed);
    store::tell(work, who, "translation.given_back", freed.id, freed.revision);
  }
}

std::vector<memory_offer> offers_for(store::connection& db, const translation& one) {
  std::vector<memory_offer> out;
  auto lines = words::lines_of(one.source.value);
  for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i)
    add_offers(db, one, static_cast<std::int64_t>(i + 1), lines[i], out);
  if (lines.size() > 1) add_offers(db, one, 0, one.source, out);
  return out;
}

} // namespace kotobashi::api

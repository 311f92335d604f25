#include "server/text/langpack/lint.hpp"

#include "server/text/langpack/source_notes.hpp"
#include "server/text/langpack/status.hpp"
#include "server/text/langpack/text_pair.hpp"
#include "server/text/langpack/variants.hpp"
#include "server/text/parameters.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kotobashi::langpack {

using words::section;

namespace {
constexpr std::array<text_check, 11> checks = {
    check_placeholders, check_plural, check_numbers,     check_urls,  check_script, check_leftovers,
    check_isolates,     check_ruby,   check_apostrophes, check_terms, check_plain};

std::string_view rule_of(const words::message_error& error) {
  if (error.what.starts_with("the source has no")) return "placeholders";
  return error.what.starts_with("U+") ? "characters" : "message";
}

class linter {
public:
  linter(const words::library& all, const lint_options& options)
      : all_(all), to_(options), notes_(read_source_notes(all.source())) {
    for (const auto& topic : all.topics()) {
      titles_.insert(topic.title);
      for (const auto& each : topic.body) used_.insert(each.phrase);
    }
  }

  std::vector<finding> run_one(const words::pack& in, section where, const std::string& key,
                               const std::string& text) {
    const words::entry& original = *all_.source().find(where, key);
    words::entry one;
    one.key = key;
    one.text = text;
    one.source_hash = original.hash;
    check_text(in, where, one, original);
    return to_.take();
  }

  std::vector<finding> run() {
    for (const auto& each : all_.unreadable()) to_.add("file", each);
    check_topics();
    for (const auto& each : all_.languages())
      if (to_.wants(each.tag)) check_pack(*all_.find_pack(each.tag));
    return to_.take();
  }

private:
  void check_topics() {
    for (const auto& topic : all_.topics()) {
      auto checked = words::check_parameters(all_, topic, example_of(topic), "example");
      if (checked) continue;
      for (const auto& each : checked.error().errors)
        to_.add("example", {topic.id + ".toml", each.field, 0, each.code + ": " + each.detail});
    }
  }

  void check_pack(const words::pack& in) {
    bool begun = std::ranges::any_of(sections, [&](section each) { return !in.all(each).empty(); });
    if (!begun) return; // only pack.toml so far: a language that is planned
    for (section where : sections) {
      auto originals = all_.source().all(where);
      for (std::size_t i = 0; i < originals.size(); ++i) {
        const words::entry* text = in.translation(where, i);
        if (text)
          check_text(in, where, *text, originals[i]);
        else
          to_.add("missing", in, where, originals[i].key, "is missing");
      }
      for (const auto& each : in.all(where))
        if (!all_.source().find(where, each.key))
          to_.add("unknown", in, where, each.key, "the source has no such text");
    }
    if (&in == &all_.source()) check_unused();
    check_orders(in);
    check_lengths(all_, in, to_);
  }

  void check_unused() {
    for (const auto& each : all_.source().all(section::phrases))
      if (!titles_.contains(each.key) && !used_.contains(each.key))
        to_.add("unused", all_.source(), section::phrases, each.key, "no topic uses it");
  }

  void check_orders(const words::pack& in) {
    for (const auto& topic : all_.topics()) {
      const auto* order = in.body_order(topic.id);
      if (!order) continue;
      for (const auto& key : *order)
        if (std::ranges::find(topic.body, key, &words::body_phrase::phrase) == topic.body.end())
          to_.add("order",
                  {(in.directory() / "pack.toml").string(), "body." + topic.id, 0,
                   "the topic has no phrase " + key},
                  in.about().tag);
    }
  }

  // An empty text is right where the language says the same in another phrase, and puts them into its own
  // order.
  bool may_be_empty(const words::pack& in, const std::string& key) const {
    return std::ranges::any_of(all_.topics(), [&](const words::topic& each) {
      const auto* order = in.body_order(each.id);
      return order && std::ranges::find(*order, key) != order->end();
    });
  }

  void check_text(const words::pack& in, section where, const words::entry& text,
                  const words::entry& original) {
    const auto& source = all_.source().made(original, nullptr);
    const auto& made = &text == &original ? source : in.made(text, &source);
    if (const auto& error = made.message.error())
      return to_.add(rule_of(*error), in, where, text.key, error->what);
    if (source.message.error()) return;
    if (text.text.empty() && !may_be_empty(in, text.key))
      return to_.add("empty", in, where, text.key, "is empty");
    if (text.text.empty()) return;
    if (&text != &original && !text.source_hash)
      to_.add("hash", in, where, text.key, "x-source-hash is missing");
    if (text.source_hash && text.source_hash != original.hash)
      to_.add("outdated", in, where, text.key,
              &text == &original ? "was edited: accept it (same meaning) or outdate it (another meaning)"
                                 : "the Japanese is another since this was written");
    text_pair one{in,
                  where,
                  text,
                  made.message,
                  source.message,
                  variants(made.message),
                  variants(source.message),
                  {},
                  titles_.contains(text.key) || text.key.ends_with(".title")};
    if (auto note = notes_.find({where, text.key}); note != notes_.end() && where != section::terms)
      one.terms = note->second.terms;
    for (text_check check : checks) check(all_, one, to_);
  }

  const words::library& all_;
  reporter to_;
  source_notes notes_;
  std::set<std::string> titles_, used_;
};
} // namespace

std::string to_string(const finding& found) {
  words::problem where{found.file, found.key, static_cast<std::size_t>(found.line),
                       found.what + " [" + found.rule + "]"};
  return words::to_string(where);
}

const std::vector<std::string>& lint_rules() {
  static const std::vector<std::string> all = {"file",
                                               "missing",
                                               "unused",
                                               "unknown",
                                               "empty",
                                               "hash",
                                               "outdated",
                                               "message",
                                               "characters",
                                               "placeholders",
                                               "select",
                                               "plural",
                                               "numbers",
                                               "urls",
                                               "script",
                                               "leftover",
                                               "untranslated",
                                               "isolates",
                                               "ruby",
                                               "apostrophe",
                                               "term",
                                               "example",
                                               "order",
                                               "length",
                                               "plain_morae",
                                               "plain_morae_hint",
                                               "plain_kanji",
                                               "plain_ruby",
                                               "plain_spaces",
                                               "plain_wording",
                                               "plain_noun",
                                               "plain_keigo",
                                               "plain_passive",
                                               "plain_causative",
                                               "plain_double_negative",
                                               "plain_onomatopoeia",
                                               "plain_katakana",
                                               "plain_range",
                                               "plain_clock",
                                               "plain_era",
                                               "plain_romaji",
                                               "plain_ending"};
  return all;
}

std::vector<finding> lint(const words::library& all, const lint_options& options) {
  return linter(all, options).run();
}

std::vector<finding> lint_text(const words::library& all, const words::pack& in, section where,
                               const std::string& key, const std::string& text) {
  return linter(all, {}).run_one(in, where, key, text);
}

} // namespace kotobashi::langpack

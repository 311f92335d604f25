#include "server/text/pack.hpp"

#include "server/text/formatters.hpp"
#include "server/text/hash.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>

namespace kotobashi::words {

std::string_view file_of(section of) {
  switch (of) {
  case section::phrases: return "phrases.arb";
  case section::terms: return "terms.arb";
  case section::pages: return "pages.arb";
  }
  return {};
}

pack::~pack() = default;

const std::vector<std::string>* pack::body_order(std::string_view topic) const {
  for (const auto& [id, phrases] : body_orders_)
    if (id == topic) return &phrases;
  return nullptr;
}

std::optional<std::size_t> pack::position(section in, std::string_view key) const {
  auto texts = all(in);
  const auto& positions = positions_.at(static_cast<std::size_t>(in));
  if (!positions.empty()) {
    auto found = positions.find(key);
    return found == positions.end() ? std::nullopt : std::optional<std::size_t>(found->second);
  }
  auto found = std::ranges::lower_bound(texts, key, {},
                                        [](const entry& each) -> std::string_view { return each.key; });
  if (found == texts.end() || found->key != key) return std::nullopt;
  return static_cast<std::size_t>(found - texts.begin());
}

text_status pack::status_of(text_status declared, std::optional<std::uint64_t> source_hash,
                            const entry& original) const {
  bool is_source = about_.tag == source_language;
  return is_source || source_hash == original.hash ? declared : text_status::outdated;
}

void pack::bind(const pack& source) {
  for (section each : {section::phrases, section::terms, section::pages}) {
    auto at = static_cast<std::size_t>(each);
    auto originals = source.all(each);
    for (const entry& original : originals) {
      auto found = position(each, original.key);
      entry* text = found ? &texts_.at(at)[*found] : nullptr;
      bound_.at(at).push_back(text);
      if (!text) continue;
      if (this == &source) text->hash = text_hash(text->text);
      text->status = status_of(text->declared, text->source_hash, original);
    }
    if (this != &source) continue;
    for (std::uint32_t i = 0; i < originals.size(); ++i) positions_.at(at).emplace(originals[i].key, i);
  }
}

bool pack::revise(const text_revision& to, const entry& original) {
  std::lock_guard lock(mutex_);
  const entry* in_file = own(to.where, to.key);
  if (!in_file || now(in_file)->text != to.was) return false;
  entry& made = revised_.emplace_back();
  made.key = to.key;
  made.text = to.text;
  made.declared = text_status::checked;
  made.source_hash = to.source_hash;
  made.order = in_file->order;
  made.status = status_of(made.declared, made.source_hash, original);
  in_file->instead.store(&made, std::memory_order_release);
  return true;
}

const compiled& pack::made(const entry& of, const compiled* source) const {
  if (const compiled* ready = of.made.load(std::memory_order_acquire)) return *ready;
  auto fresh = std::make_unique<compiled>(compiled{message(of.text, has_ruby())});
  if (auto unwanted = unwanted_character(of.text))
    fresh->message.break_off(name_of(*unwanted) + " may not stand in a text");
  if (source && !fresh->message.error())
    for (const auto& each : fresh->message.arguments())
      if (!source->message.has_argument(each.name)) {
        fresh->message.break_off("the source has no {" + each.name + "}");
        break;
      }
  const compiled* none = nullptr;
  if (of.made.compare_exchange_strong(none, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
  return *none; // another thread was faster
}

locked_formatters pack::lock_formatters(const std::string& time_zone) const {
  std::unique_lock lock(mutex_);
  bool fits = formatters_ && (time_zone.empty() || formatters_->time_zone() == time_zone);
  if (!fits) formatters_ = std::make_unique<formatters>(about_, time_zone.empty() ? "UTC" : time_zone);
  return {std::move(lock), *formatters_};
}

} // namespace kotobashi::words

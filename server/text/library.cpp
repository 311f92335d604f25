#include "server/text/library.hpp"

#include "server/text/clock.hpp"
#include "server/text/formatters.hpp"
#include "server/text/gazetteer.hpp"
#include "server/text/pack.hpp"
#include "server/text/pack_check.hpp"
#include "server/text/page_host.hpp"
#include "server/text/run_builder.hpp"
#include "server/text/topic_reader.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace kotobashi::words {

namespace fs = std::filesystem;

namespace {
std::vector<fs::path> sorted_entries(const fs::path& directory) {
  std::vector<fs::path> out;
  std::error_code failed;
  fs::directory_iterator entries(directory, failed);
  if (failed) throw load_error(directory.string() + ": cannot be read: " + failed.message());
  for (const auto& each : entries) out.push_back(each.path());
  std::ranges::sort(out);
  return out;
}

// The source and its plain form stand before all others.
auto rank(const pack& of) {
  const auto& tag = of.about().tag;
  int first = tag == source_language ? 0 : tag == plain_source_language ? 1 : 2;
  return std::tuple(first, of.order(), std::string_view(tag));
}

std::int64_t shared(const pack& one, const pack& source, section in) {
  std::int64_t out = 0;
  for (std::size_t i = 0; i < source.all(in).size(); ++i) out += one.translation(in, i) ? 1 : 0;
  return out;
}
} // namespace

library::library(const fs::path& templates, const fs::path& langpacks) {
  for (const auto& directory : sorted_entries(langpacks)) {
    if (!fs::is_directory(directory)) continue;
    if (auto read = pack::read(directory, problems_)) packs_.push_back(std::move(read));
  }
  std::ranges::sort(packs_, {}, [](const auto& each) { return rank(*each); });
  if (packs_.empty() || packs_.front()->about().tag != source_language) {
    auto source = (langpacks / source_language).string();
    for (const auto& each : problems_)
      if (each.file.starts_with(source + "/")) throw load_error(to_string(each));
    throw load_error(source + ": the source language's pack is missing");
  }
  source_ = packs_.front().get();
  for (const auto& each : packs_) {
    each->bind(*source_);
    language about = each->about();
    about.phrases = shared(*each, *source_, section::phrases);
    about.pages = shared(*each, *source_, section::pages);
    languages_.push_back(std::move(about));
  }
  places_ = read_places(templates / "places.toml", problems_);
  for (const auto& file : sorted_entries(templates)) {
    bool is_topic = file.extension() == ".toml" && !file.stem().has_extension(); // not center.example.toml
    if (!is_topic || file.filename() == "places.toml" || file.filename() == "roster.toml") continue;
    if (auto read = read_topic(file, *source_, problems_)) topics_.push_back(std::move(*read));
  }
  std::ranges::sort(topics_, {},
                    [](const topic& each) { return std::tuple(each.number, std::string_view(each.id)); });
  unreadable_ = problems_.size();
  for (const auto& each : packs_) check_pack(*each, *source_, problems_);
}

library::~library() = default;

const language* library::find_language(std::string_view tag) const {
  auto found = std::ranges::find(languages_, tag, &language::tag);
  return found == languages_.end() ? nullptr : &*found;
}

const topic* library::find_topic(std::string_view id) const {
  auto found = std::ranges::find(topics_, id, &topic::id);
  return found == topics_.end() ? nullptr : &*found;
}

const place* library::find_place(std::string_view id) const {
  auto found = std::ranges::find(places_, id, &place::id);
  return found == places_.end() ? nullptr : &*found;
}

const pack* library::find_pack(std::string_view tag) const {
  auto found = std::ranges::find_if(packs_, [&](const auto& each) { return each->about().tag == tag; });
  return found == packs_.end() ? nullptr : found->get();
}

bool library::revise(const text_revision& to) {
  auto found =
      std::ranges::find_if(packs_, [&](const auto& each) { return each->about().tag == to.language; });
  const entry* original = source_->find(to.where, to.key);
  return found != packs_.end() && found->get() != source_ && original && (*found)->revise(to, *original);
}

std::optional<std::string> library::term(std::string_view language, std::string_view key) const {
  const pack* from = find_pack(language);
  const entry* found = from ? from->find(section::terms, key) : nullptr;
  if (!found || found->is_broken()) return std::nullopt;
  return from->has_ruby() ? without_ruby(found->text) : found->text;
}

std::vector<std::string> library::term_keys(std::string_view group) const {
  return keys_of_group(*source_, group);
}

bool library::has_page(std::string_view key) const {
  return source_->find(section::pages, key) != nullptr;
}

const pack& library::pack_or_english(std::string_view tag) const {
  for (auto each : {tag, std::string_view("en")})
    if (const pack* found = find_pack(each)) return *found;
  return *source_;
}

paragraph library::date_time(std::string_view language, instant at, const std::string& time_zone) const {
  const pack& in = pack_or_english(language);
  run_builder out(in.about().tag, in.about().direction);
  write_clock(date_time_text(in.about(), *in.lock_formatters(time_zone), at), in, "time", out);
  return out.take_line();
}

paragraph library::time(std::string_view language, instant at, const std::string& time_zone) const {
  const pack& in = pack_or_english(language);
  run_builder out(in.about().tag, in.about().direction);
  write_clock(in.lock_formatters(time_zone)->time(at), in, "time", out);
  return out.take_line();
}

page_text library::page(std::string_view language, std::string_view key,
                        const page_arguments& arguments) const {
  const pack* own = find_pack(language);
  const pack* second = find_pack("en");
  if (own && own->is_plain()) second = source_;
  for (const pack* from : std::array{own, second, source_}) {
    const entry* found = from ? from->find(section::pages, key) : nullptr;
    if (!found) continue;
    const entry* source = source_->find(section::pages, key);
    const compiled* asked = source && from != source_ ? &source_->made(*source, nullptr) : nullptr;
    const compiled& made = from->made(*found, asked);
    if (made.message.error()) continue;
    return write_page(*from, made.message, key, arguments);
  }
  throw std::logic_error("there is no page text " + std::string(key));
}

} // namespace kotobashi::words

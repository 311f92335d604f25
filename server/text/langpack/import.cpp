#include "server/text/langpack/import.hpp"

#include "server/text/hash.hpp"
#include "server/text/langpack/pack_changes.hpp"
#include "server/text/langpack/sheet.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kotobashi::langpack {

namespace {
class importer {
public:
  importer(const sheet& today, const import_options& with)
      : source_(today.source), in_(today.language), with_(with), notes_(read_source_notes(source_)) {
    for (const auto& each : today.rows) rows_.emplace(text_key(each.where, each.key), &each);
  }

  import_report run(const std::vector<returned_text>& returned) {
    for (const auto& each : returned) take(each);
    auto files = refuse_what_lint_finds();
    for (const auto& [key, change] : changes_) ++(change.checked ? report_.checked : report_.drafted);
    std::ranges::stable_sort(report_.refused, {}, &finding::line);
    report_.written = !with_.dry_run && !files.empty() && (with_.partial || report_.refused.empty());
    if (report_.written)
      for (const auto& each : files) write_atomically(each.file(), each.bytes());
    return std::move(report_);
  }

private:
  void take(const returned_text& one) {
    auto named = texts_named(source_, one.full_key);
    auto key = named.size() == 1 ? rows_.at(named.front())->full_key : shortened(one.full_key);
    auto no = [&](std::string rule, std::string what) { refuse_text(one.line, key, rule, what); };
    if (named.empty()) return no("unknown", "the source has no such text");
    if (named.size() > 1) return no("unknown", "write phrases/, terms/ or pages/ before it");
    take_remarks(one, *rows_.at(named.front()));
    if (!seen_.insert(named.front()).second) return no("twice", "stands twice in the sheet");
    if (!one.broken.empty()) return no("format", one.broken);
    const auto& original = *source_.find(named.front().first, named.front().second);
    if (one.source != original.text)
      return no("outdated", "the Japanese is another today: export a new sheet");
    take_text(one, named.front(), original, key);
  }

  static std::string shortened(std::string key) {
    constexpr std::size_t most = 100;
    if (key.size() <= most) return key;
    auto end = most;
    while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0u) == 0x80u)
      --end; // not within a character
    key.resize(end);
    return key + "…";
  }

  // A tool may keep export's notes as notes of its own.
  void take_remarks(const returned_text& one, const sheet_row& row) {
    for (const auto& each : one.remarks) {
      bool ours = each.empty() || each == row.note || each == row.english ||
                  std::ranges::find(row.terms, each) != row.terms.end();
      if (!ours)
        report_.remarks.push_back({static_cast<std::int64_t>(one.line), row.full_key, by(one), each});
    }
  }

  void take_text(const returned_text& one, const text_key& key, const words::entry& original,
                 const std::string& shown) {
    const words::entry* own = in_.find(key.first, key.second);
    bool given = one.text && (own || !one.text->empty());
    if (!given) {
      if (one.checked)
        return refuse_text(one.line, shown, "missing", "is marked checked, but there is no text");
      ++report_.unchanged;
      return;
    }
    auto hash = words::text_hash(original.text);
    bool same = own && own->text == *one.text;
    bool is_checked = own && own->declared == text_status::checked && own->source_hash == hash;
    if (same && (!one.checked || is_checked)) {
      ++report_.unchanged;
      return;
    }
    if (one.checked && by(one).empty()) return refuse_text(one.line, shown, "name", "who checked it?");
    changes_[key] = {*one.text, hash, one.checked, by(one), one.line};
  }

  std::string by(const returned_text& one) const {
    return one.checked_by.empty() ? with_.by : one.checked_by;
  }

  void refuse_text(std::size_t line, const std::string& key, const std::string& rule,
                   const std::string& what) {
    report_.refused.push_back(
        {rule, in_.about().tag, with_.file, static_cast<std::int64_t>(line), key, what});
  }

  // Until lint finds nothing: without a refused text another one may be wrong (a term and the phrases that
  // use it).
  std::vector<arb_editor> refuse_what_lint_finds() {
    std::set<std::string> known;
    for (const auto& each : lint_with({}, in_, source_, with_.templates)) known.insert(identity(each));
    while (!changes_.empty()) {
      auto files = with_changes(in_, source_, changes_, with_.at);
      std::set<text_key> out;
      for (const auto& each : lint_with(files, in_, source_, with_.templates))
        refuse_finding(each, known, out);
      if (out.empty()) return files;
      for (const auto& each : out) changes_.erase(each);
    }
    return {};
  }

  void refuse_finding(const finding& found, const std::set<std::string>& known, std::set<text_key>& out) {
    text_key key{section_of(found), found.key};
    if (auto change = changes_.find(key); change != changes_.end()) {
      refuse_text(change->second.line, full_key(source_, key.first, key.second), found.rule, found.what);
      out.insert(key);
    } else if (!known.contains(identity(found))) {
      blame(found, key, out);
    }
  }

  // A text that did not change, but is wrong beside those that did: the terms that it uses are at fault.
  void blame(const finding& found, const text_key& of, std::set<text_key>& out) {
    auto note = notes_.find(of);
    bool named = false;
    for (const auto& [key, change] : changes_) {
      bool uses = note != notes_.end() && key.first == words::section::terms &&
                  std::ranges::find(note->second.terms, key.second) != note->second.terms.end();
      if (!uses) continue;
      refuse_text(change.line, full_key(source_, key.first, key.second), found.rule,
                  "with it, " + found.key + " is wrong: " + found.what);
      out.insert(key);
      named = true;
    }
    if (named) return;
    refuse_text(0, found.key, found.rule, "becomes wrong by this sheet: " + found.what);
    for (const auto& [key, change] : changes_) out.insert(key);
  }

  static std::string identity(const finding& of) {
    return of.rule + '\n' + std::filesystem::path(of.file).filename().string() + '\n' + of.key + '\n' +
           of.what;
  }

  static words::section section_of(const finding& of) {
    auto name = std::filesystem::path(of.file).filename().string();
    for (auto each : sections)
      if (name == words::file_of(each)) return each;
    return words::section::phrases; // pack.toml: no key of it is a text's
  }

  const words::pack& source_;
  const words::pack& in_;
  const import_options& with_;
  source_notes notes_;
  std::map<text_key, const sheet_row*> rows_;
  std::set<text_key> seen_;
  text_changes changes_;
  import_report report_;
};
} // namespace

result<import_report> import_sheet(std::string_view bytes, const import_options& options) {
  words::library all(options.templates, options.langpacks);
  for (const auto& each : all.unreadable()) {
    auto pack = std::filesystem::path(each.file).parent_path().filename();
    if (pack == options.language || pack == words::source_language)
      return refuse(refusal_code::invalid, "mend the pack first: " + words::to_string(each));
  }
  auto today = make_sheet(all, options.language);
  if (!today) return today.error();
  auto returned = read_sheet(bytes, options.language);
  if (!returned) return refuse(returned.error().code, options.file + ": " + returned.error().detail);
  return importer(*today, options).run(*returned);
}

} // namespace kotobashi::langpack

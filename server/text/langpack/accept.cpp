#include "server/text/langpack/accept.hpp"

#include "server/text/hash.hpp"
#include "server/text/langpack/arb_editor.hpp"
#include "server/text/langpack/source_notes.hpp"
#include "server/text/library.hpp"

#include <map>

namespace kotobashi::langpack {

namespace fs = std::filesystem;

namespace {
class acceptor {
public:
  acceptor(const words::library& all, edit_kind kind, bool all_languages)
      : all_(all), kind_(kind), all_languages_(all_languages) {}

  result<void> take(const std::string& full_key) {
    auto named = texts_named(all_.source(), full_key);
    if (named.empty()) return refuse(refusal_code::not_found, "there is no text " + full_key);
    bool any = false;
    for (const auto& key : named) {
      const auto& original = *all_.source().find(key.first, key.second);
      auto now = words::text_hash(original.text);
      bool unknown = !original.source_hash && !all_languages_ && kind_ == edit_kind::same_meaning;
      if (unknown)
        return refuse(refusal_code::invalid, full_key +
                                                 ": x-source-hash is missing in ja, so nobody knows what "
                                                 "it said before (--all-languages keeps all)");
      bool edited = original.source_hash != now;
      if (!edited && !all_languages_) continue;
      mark(key, original, now);
      any = true;
    }
    if (any) return {};
    return refuse(refusal_code::wrong_state, full_key + ": the Japanese was not edited");
  }

  std::vector<accepted_text> write() {
    for (const auto& [file, editor] : files_) write_atomically(file, editor.bytes());
    return std::move(out_);
  }

private:
  void mark(const text_key& key, const words::entry& original, std::uint64_t now) {
    accepted_text done{full_key(all_.source(), key.first, key.second), {}, {}};
    for (const auto& about : all_.languages()) {
      const words::pack& in = *all_.find_pack(about.tag);
      const words::entry* text = in.find(key.first, key.second);
      if (&in == &all_.source() || !text || text->source_hash == now) continue;
      bool keep = kind_ == edit_kind::same_meaning &&
                  (all_languages_ || (text->source_hash && text->source_hash == original.source_hash));
      if (keep) set_hash(in, key, now);
      (keep ? done.kept : done.outdated).push_back(about.tag);
    }
    set_hash(all_.source(), key, now);
    out_.push_back(std::move(done));
  }

  void set_hash(const words::pack& in, const text_key& key, std::uint64_t hash) {
    auto file = in.directory() / words::file_of(key.first);
    auto& editor = files_.try_emplace(file, file, in.about().tag).first->second;
    editor.about(key.second)["x-source-hash"] = words::to_hex(hash);
  }

  const words::library& all_;
  edit_kind kind_;
  bool all_languages_;
  std::map<fs::path, arb_editor> files_;
  std::vector<accepted_text> out_;
};
} // namespace

result<std::vector<accepted_text>> accept_edit(const fs::path& templates, const fs::path& langpacks,
                                               const std::vector<std::string>& keys, edit_kind kind,
                                               bool all_languages) {
  words::library all(templates, langpacks);
  if (!all.unreadable().empty())
    return refuse(refusal_code::invalid, "mend this first: " + words::to_string(all.unreadable().front()));
  acceptor to(all, kind, all_languages);
  for (const auto& each : keys)
    if (auto taken = to.take(each); !taken) return taken.error();
  return to.write();
}

} // namespace kotobashi::langpack

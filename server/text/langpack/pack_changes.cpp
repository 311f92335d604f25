#include "server/text/langpack/pack_changes.hpp"

#include "server/text/hash.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace kotobashi::langpack {

namespace js = boost::json;
namespace fs = std::filesystem;

namespace {
// The key that stands before this one in the source's file; empty for the first.
std::string predecessor(const words::pack& source, const text_key& of) {
  auto texts = source.all(of.first);
  const auto* own = source.find(of.first, of.second);
  auto before =
      std::ranges::find_if(texts, [&](const words::entry& each) { return each.order + 1 == own->order; });
  return before == texts.end() ? std::string() : before->key;
}

void set(js::object& about, std::string_view name, const std::string& to) {
  about[js::string_view(name)] = js::string_view(to);
}

void apply(arb_editor& to, const text_key& key, const text_change& change, const words::pack& source,
           instant at) {
  to.set_text(key.second, change.text, predecessor(source, key));
  js::object& about = to.about(key.second);
  set(about, "x-status", change.checked ? "checked" : "drafted");
  set(about, "x-source-hash", words::to_hex(change.source_hash));
  about.stable_erase("x-checked-by");
  about.stable_erase("x-checked-at");
  if (!change.checked) return;
  set(about, "x-checked-by", change.checked_by);
  set(about, "x-checked-at", to_rfc3339(at));
}

// Packs beside each other, for as long as this lives.
class scratch_packs {
public:
  scratch_packs() {
    auto pattern = (fs::temp_directory_path() / "kotobashi-langpack-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw std::system_error(errno, std::generic_category(), pattern);
    path_ = pattern;
  }
  ~scratch_packs() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  scratch_packs(const scratch_packs&) = delete;
  scratch_packs& operator=(const scratch_packs&) = delete;
  const fs::path& path() const { return path_; }

private:
  fs::path path_;
};
} // namespace

std::vector<arb_editor> with_changes(const words::pack& in, const words::pack& source,
                                     const text_changes& changes, instant at) {
  std::vector<arb_editor> out;
  for (auto where : sections) {
    arb_editor file(in.directory() / words::file_of(where), in.about().tag);
    auto originals = source.all(where);
    std::vector<const words::entry*> by_file;
    for (const auto& each : originals) by_file.push_back(&each);
    std::ranges::sort(by_file, {}, [](const words::entry* each) { return each->order; });
    bool any = false;
    for (const auto* each : by_file) {
      auto change = changes.find({where, each->key});
      if (change == changes.end()) continue;
      apply(file, change->first, change->second, source, at);
      any = true;
    }
    if (any) out.push_back(std::move(file));
  }
  return out;
}

std::vector<finding> lint_with(const std::vector<arb_editor>& files, const words::pack& in,
                               const words::pack& source, const fs::path& templates) {
  scratch_packs scratch;
  auto own = scratch.path() / in.about().tag;
  fs::create_directory_symlink(fs::absolute(source.directory()), scratch.path() / source.about().tag);
  fs::copy(in.directory(), own);
  for (const auto& each : files) {
    std::ofstream to(own / each.file().filename(), std::ios::binary);
    to << each.bytes();
    if (!to.flush()) throw std::runtime_error(own.string() + ": cannot be written");
  }
  words::library all(templates, scratch.path());
  return lint(all, {{in.about().tag}, {"missing", "unused", "example", "plain_morae_hint"}});
}

} // namespace kotobashi::langpack

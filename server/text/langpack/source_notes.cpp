#include "server/text/langpack/source_notes.hpp"

#include "server/text/arb.hpp"
#include "server/text/toml_reader.hpp"

#include <algorithm>

namespace kotobashi::langpack {

std::string_view name_of(words::section of) {
  auto file = words::file_of(of);
  return file.substr(0, file.find('.'));
}

source_notes read_source_notes(const words::pack& source) {
  source_notes out;
  std::vector<words::problem> ignored; // reported when the library was loaded
  for (auto where : sections) {
    auto file = source.directory() / words::file_of(where);
    auto bytes = words::read_file(file, ignored);
    auto arb = bytes ? words::read_arb(file.string(), *bytes, ignored) : std::nullopt;
    if (!arb) continue;
    for (auto& each : arb->entries)
      if (!each.terms.empty() || !each.description.empty())
        out.emplace(text_key(where, std::move(each.key)),
                    source_note{std::move(each.description), std::move(each.terms)});
  }
  return out;
}

std::string full_key(const words::pack& source, words::section where, const std::string& key) {
  auto count = std::ranges::count_if(sections, [&](auto each) { return source.find(each, key) != nullptr; });
  return count > 1 ? std::string(name_of(where)) + "/" + key : key;
}

std::vector<text_key> texts_named(const words::pack& source, std::string_view full_key) {
  std::vector<text_key> out;
  auto slash = full_key.find('/');
  auto key = slash == full_key.npos ? full_key : full_key.substr(slash + 1);
  for (auto where : sections) {
    if (slash != full_key.npos && full_key.substr(0, slash) != name_of(where)) continue;
    if (source.find(where, key)) out.emplace_back(where, std::string(key));
  }
  return out;
}

} // namespace kotobashi::langpack

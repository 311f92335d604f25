#include "server/text/langpack/reporter.hpp"

#include "server/text/arb.hpp"
#include "server/text/toml_reader.hpp"

#include <algorithm>

namespace kotobashi::langpack {

bool reporter::wants(std::string_view language) const {
  return options_.languages.empty() ||
         std::ranges::find(options_.languages, language) != options_.languages.end();
}

void reporter::add(std::string_view rule, const words::problem& found, std::string_view language) {
  if (std::ranges::find(options_.without, rule) != options_.without.end()) return;
  found_.push_back({std::string(rule), std::string(language), found.file,
                    static_cast<std::int64_t>(found.line), found.key, found.what});
}

void reporter::add(std::string_view rule, const words::pack& in, words::section where, std::string_view key,
                   std::string what) {
  auto file = in.directory() / words::file_of(where);
  add(rule, {file.string(), std::string(key), line_of(file, key), std::move(what)}, in.about().tag);
}

std::size_t reporter::line_of(const std::filesystem::path& file, std::string_view key) {
  auto known = bytes_.find(file);
  if (known == bytes_.end()) {
    std::vector<words::problem> ignored; // reported when the library was loaded
    known = bytes_.emplace(file, words::read_file(file, ignored).value_or("")).first;
  }
  return words::line_of(known->second, key);
}

} // namespace kotobashi::langpack

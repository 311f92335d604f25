#pragma once

#include "server/model/instant.hpp"
#include "server/text/langpack/arb_editor.hpp"
#include "server/text/langpack/lint.hpp"
#include "server/text/langpack/source_notes.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kotobashi::langpack {

// A text that is to stand in a pack.
struct text_change {
  std::string text;
  std::uint64_t source_hash = 0; // of the source's text today
  bool checked = false;          // otherwise drafted
  std::string checked_by;
  std::size_t line = 0; // of the sheet
};
using text_changes = std::map<text_key, text_change>;

// The files of the pack as they would be. Those without a change are not among them.
std::vector<arb_editor> with_changes(const words::pack& in, const words::pack& source,
                                     const text_changes& changes, instant at);

// What lint finds in the pack's texts when `files` stand in place of its own. Missing texts are not told.
std::vector<finding> lint_with(const std::vector<arb_editor>& files, const words::pack& in,
                               const words::pack& source, const std::filesystem::path& templates);

} // namespace kotobashi::langpack

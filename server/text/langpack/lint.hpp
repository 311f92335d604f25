#pragma once

#include "server/text/library.hpp"
#include "server/text/pack.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Checks packs and topics as far as a program can; the rest is for people who speak the languages.
namespace kotobashi::langpack {

// Rules of every language: file (cannot be read, or something in it is not right), missing, unused, unknown
// (the source has no such text), empty, hash (x-source-hash is missing), outdated (x-source-hash is not that
// of today's source), message (ICU cannot read it), characters (that no text may have), placeholders, select,
// plural, numbers, urls, script, leftover (Japanese in another language), untranslated, isolates, ruby,
// apostrophe, term, example, order, length. Of plain Japanese besides: plain_* by the rules of
// server/text/plain_japanese.hpp.
struct finding {
  std::string rule, language; // no language: of a topic
  std::string file;
  std::int64_t line = 0; // 0: the whole file
  std::string key, what;
  bool operator==(const finding&) const = default;
};
BOOST_DESCRIBE_STRUCT(finding, (), (rule, language, file, line, key, what))

std::string to_string(const finding& found);

struct lint_options {
  std::vector<std::string> languages; // empty: all
  std::vector<std::string> without;   // rules
};

// In the order of languages and files.
std::vector<finding> lint(const words::library& all, const lint_options& options = {});

// One text as if it stood in its pack in place of the one that is there: what is wrong with it. `source` is
// not its language. The findings name no file.
std::vector<finding> lint_text(const words::library& all, const words::pack& in, words::section where,
                               const std::string& key, const std::string& text);

// All rules' names, for --help and to refuse others.
const std::vector<std::string>& lint_rules();

} // namespace kotobashi::langpack

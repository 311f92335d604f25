#pragma once

#include "server/model/instant.hpp"
#include "server/model/result.hpp"
#include "server/text/langpack/lint.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::langpack {

struct import_options {
  std::filesystem::path templates, langpacks;
  std::string language;
  std::string file;     // the sheet's name, for the report
  std::string by;       // who checked, where the sheet does not say it
  instant at;           // when it was given in
  bool partial = false; // take what is right, though something else is refused
  bool dry_run = false; // change no file
};

struct import_remark {
  std::int64_t line = 0;
  std::string key, by, remark;
};
BOOST_DESCRIBE_STRUCT(import_remark, (), (line, key, by, remark))

// `refused`: a text and why. Besides lint's rules: outdated (the sheet was made from another Japanese text),
// unknown (no such key), twice, format, name (nobody is said to have checked it).
struct import_report {
  std::int64_t unchanged = 0, drafted = 0, checked = 0; // drafted, checked: how many become so
  bool written = false;
  std::vector<finding> refused;
  std::vector<import_remark> remarks;
};
BOOST_DESCRIBE_STRUCT(import_report, (), (unchanged, drafted, checked, written, refused, remarks))

// Takes a sheet that came back (sheet.hpp: read_sheet) into langpacks/<language>. A changed text is linted in
// its place, together with all others of the sheet, and is refused for what lint finds. A text that is marked
// checked is recorded with x-checked-by and x-checked-at; one that changed without a mark becomes drafted;
// everything else stays as it is. Refused as a whole: what is no sheet, of another language, a pack with
// mistakes in its files. Throws std::runtime_error where a file cannot be read or written.
result<import_report> import_sheet(std::string_view bytes, const import_options& options);

} // namespace kotobashi::langpack

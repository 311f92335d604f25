#pragma once

#include "server/model/result.hpp"
#include "server/text/langpack/source_notes.hpp"
#include "server/text/library.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The texts of one language as people check them outside of the program, and what they give back.
namespace kotobashi::langpack {

struct sheet_row {
  words::section where{};
  std::string key, full_key;
  std::string note;
  std::vector<std::string> terms; // "震度5弱 = 5 Lower": to be used in the translation
  std::string source, english;    // no English for English
  std::optional<std::string> text;
  text_status status{};
  std::string checked_by; // not empty: ticked, for import
};

struct sheet {
  const words::pack& source;
  const words::pack& language;
  const words::pack* english;  // nullptr for English, and where there is none
  std::vector<sheet_row> rows; // in the order of the source's files
};

// Only texts in these states; none named: all. Refused: an unknown language, and the source itself.
result<sheet> make_sheet(const words::library& all, std::string_view tag,
                         const std::vector<text_status>& only = {});

// One text as it came back. `text`: none was given. `broken`: why it cannot be taken.
struct returned_text {
  std::size_t line = 0;
  std::string full_key;
  std::string source;
  std::optional<std::string> text;
  bool checked = false;
  std::string checked_by;           // empty: whoever gives the file in
  std::vector<std::string> remarks; // of XLIFF, what export wrote as notes is among them
  std::string broken;
};

// XLIFF 2.0 (OASIS, https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html). States: initial
// is missing (no target) or outdated (subState kotobashi:outdated), translated is drafted, reviewed is
// checked. Placeholders are text: {name} and ICU's plural and select cannot be inline codes without being
// lost in most tools. Read: reviewed and final are checked; 2.0 and what stays in its namespace (2.1, 2.2).
std::string to_xliff(const sheet& from);
result<std::vector<returned_text>> read_xliff(std::string_view bytes, std::string_view tag);

// UTF-8 with a byte order mark and CRLF, as Excel opens it: key, note, ja, en, translation (TAG), status,
// checked, checked_by, remark. Read: by the names of the columns, of which key, ja and translation must be
// there; separated by comma, semicolon or tab.
std::string to_csv(const sheet& from);
result<std::vector<returned_text>> read_csv_sheet(std::string_view bytes, std::string_view tag);

// XLIFF or CSV, by what stands in it. At most 16 MiB of UTF-8.
result<std::vector<returned_text>> read_sheet(std::string_view bytes, std::string_view tag);
inline constexpr std::size_t max_sheet_bytes = std::size_t{16} * 1024 * 1024;

// A page to print on A4, with a box to tick and room for a note beside every text. Needs nothing but the
// fonts.
std::string to_review_page(const sheet& from);

} // namespace kotobashi::langpack

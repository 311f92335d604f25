#include "server/model/json.hpp"
#include "server/roster/csv.hpp"
#include "server/text/langpack/sheet.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace kotobashi::langpack {

namespace {
using fields = std::vector<std::string>;

constexpr std::string_view translation_column = "translation";

std::string notes_of(const sheet_row& row) {
  std::string out = row.note;
  for (const auto& each : row.terms) out += (out.empty() ? "" : "\n") + each;
  return out;
}

std::string trimmed(std::string_view text) {
  auto first = text.find_first_not_of(" \t\n"), last = text.find_last_not_of(" \t\n");
  return first == text.npos ? std::string() : std::string(text.substr(first, last - first + 1));
}

std::string trimmed_lower(std::string_view text) {
  auto out = trimmed(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

// What people write into a box; nothing where it is neither yes nor no.
std::optional<bool> tick(std::string_view cell) {
  constexpr std::array<std::string_view, 13> yes = {"✓", "✔", "☑",  "x",    "1",  "はい", "yes",
                                                    "y", "○", "〇", "true", "ok", "済"};
  constexpr std::array<std::string_view, 8> no = {"", "0", "no", "n", "いいえ", "false", "☐", "-"};
  auto said = trimmed_lower(cell);
  if (std::ranges::find(yes, said) != yes.end()) return true;
  if (std::ranges::find(no, said) != no.end()) return false;
  return std::nullopt;
}

class csv_reader {
public:
  explicit csv_reader(std::string_view tag) : tag_(trimmed_lower(tag)) {}

  result<void> read_header(const fields& header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      auto name = trimmed_lower(header[i]);
      auto open = name.find('(');
      if (name.starts_with(translation_column) && open != name.npos) {
        auto of = name.substr(open + 1, name.find(')') - open - 1);
        if (of != tag_)
          return refuse(refusal_code::unsupported,
                        "the file's translations are in " + of.substr(0, 40) + ", not " + tag_);
        name = translation_column;
      }
      if (!name.empty() && !columns_.emplace(name, i).second)
        return refuse(refusal_code::malformed, "the column " + name.substr(0, 40) + " stands twice");
    }
    for (auto name : {std::string_view("key"), std::string_view("ja"), translation_column})
      if (!columns_.contains(name))
        return refuse(refusal_code::malformed, "this is neither XLIFF nor CSV with a column " +
                                                   std::string(name) + " in its first line");
    width_ = header.size();
    return {};
  }

  returned_text read_row(std::size_t line, const fields& row) const {
    returned_text out;
    out.line = line;
    out.full_key = trimmed(cell(row, "key"));
    out.source = cell(row, "ja");
    out.text = cell(row, translation_column);
    out.checked_by = trimmed(cell(row, "checked_by"));
    if (auto remark = trimmed(cell(row, "remark")); !remark.empty()) out.remarks.push_back(remark);
    auto ticked = tick(cell(row, "checked"));
    out.checked = ticked.value_or(false);
    if (!ticked) out.broken = "the column checked says neither yes (✓, x, 1, はい, yes) nor no (empty)";
    bool longer = std::any_of(row.begin() + static_cast<std::ptrdiff_t>(std::min(width_, row.size())),
                              row.end(), [](const std::string& each) { return !each.empty(); });
    if (longer) out.broken = "has more cells than there are columns";
    return out;
  }

private:
  std::string cell(const fields& row, std::string_view column) const {
    auto found = columns_.find(column);
    return found == columns_.end() || found->second >= row.size() ? "" : row[found->second];
  }

  std::string tag_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::size_t width_ = 0;
};
} // namespace

std::string to_csv(const sheet& from) {
  std::string out = "\xEF\xBB\xBF";
  const fields header = {
      "key",    "note",    "ja",         "en",    "translation (" + from.language.about().tag + ")",
      "status", "checked", "checked_by", "remark"};
  out += roster::write_csv(header);
  for (const auto& row : from.rows) {
    const fields cells = {row.full_key,
                          notes_of(row),
                          row.source,
                          row.english,
                          row.text.value_or(""),
                          std::string(json::name_of(row.status)),
                          row.checked_by.empty() ? "" : "✓",
                          row.checked_by,
                          ""};
    out += roster::write_csv(cells);
  }
  return out;
}

result<std::vector<returned_text>> read_csv_sheet(std::string_view bytes, std::string_view tag) {
  auto rows = roster::read_csv(bytes);
  if (!rows) return rows.error();
  csv_reader reader(tag);
  std::vector<returned_text> out;
  bool header = true;
  for (const auto& row : *rows) {
    bool empty = std::ranges::all_of(row.fields, [](const std::string& each) { return each.empty(); });
    if (empty) continue;
    if (!header) {
      out.push_back(reader.read_row(static_cast<std::size_t>(row.line), row.fields));
    } else if (auto read = reader.read_header(row.fields); !read) {
      return read.error();
    }
    header = false;
  }
  return out;
}

} // namespace kotobashi::langpack

#include "server/roster/cells.hpp"
#include "server/roster/charset.hpp"
#include "server/roster/csv.hpp"
#include "server/roster/people.hpp"
#include "server/roster/roster.hpp"
#include "server/roster/row_reader.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>

namespace kotobashi::roster {

namespace {
constexpr std::size_t most_bytes = std::size_t{10} * 1024 * 1024;
constexpr std::size_t title_lines = 10; // that may stand above the headers

struct table {
  std::string charset;
  std::vector<csv_row> rows;
  std::size_t header = 0; // index of its row
  std::size_t known = 0;  // headers that are understood
};

std::size_t count_headers(const csv_row& row, const vocabulary& words) {
  std::size_t known = 0;
  bool has_name = false;
  for (const auto& each : row.fields) {
    auto meaning = words.header(tidy(each));
    known += meaning.has_value();
    has_name = has_name || meaning == column::name;
  }
  return has_name ? known : 0;
}

// The row that is understood best among the first ones, since a title may stand above it.
void find_header(table& in, const vocabulary& words) {
  for (std::size_t i = 0; i < std::min(in.rows.size(), title_lines); ++i) {
    auto known = count_headers(in.rows[i], words);
    if (known <= in.known) continue;
    in.known = known;
    in.header = i;
  }
}

std::string beginning(std::string_view text, std::size_t characters) {
  auto rest = text;
  while (characters-- > 0 && !rest.empty()) words::take_code_point(rest);
  return std::string(text.substr(0, text.size() - rest.size()));
}

std::string first_cells(const std::vector<csv_row>& rows) {
  std::string shown;
  for (const auto& row : rows) {
    if (is_blank(row)) continue;
    for (std::size_t i = 0; i < std::min<std::size_t>(row.fields.size(), 4); ++i)
      shown += (i ? ", \"" : "\"") + beginning(tidy(row.fields[i]), 20) + '"';
    break;
  }
  return shown;
}

// The charset in which most headers make sense; where two are equal the likelier one.
result<table> read_table(std::string_view file, const vocabulary& words) {
  if (file.starts_with("PK\x03\x04") || file.starts_with("\xD0\xCF\x11\xE0"))
    return refuse(refusal_code::unsupported, "this is an Excel workbook; save it as CSV and send that");
  if (file.size() > most_bytes) return refuse(refusal_code::too_large, "a roster has at most 10 MB");
  auto readings = decodings(file);
  if (readings.empty())
    return refuse(refusal_code::unsupported,
                  "this is not text in any charset that is known here; save it as CSV UTF-8");
  table best;
  std::optional<refusal> first_refusal;
  for (auto& each : readings) {
    auto rows = read_csv(each.text);
    if (!rows) {
      if (!first_refusal) first_refusal = rows.error();
      continue;
    }
    table found{each.charset, std::move(*rows), 0, 0};
    find_header(found, words);
    if (best.rows.empty() || found.known > best.known) best = std::move(found);
  }
  if (best.known > 0) return best;
  if (best.rows.empty() && first_refusal) return *first_refusal;
  if (std::ranges::all_of(best.rows, is_blank))
    return refuse(refusal_code::invalid, "there is nothing in this file");
  return refuse_field(
      "", "required",
      "there is no row of headers with a name among them (氏名, 名前, name …); the file begins with " +
          first_cells(best.rows));
}

header_row read_headers(const csv_row& row, const vocabulary& words, import_outcome& report) {
  header_row headers;
  for (const auto& each : row.fields) {
    auto label = tidy(each);
    auto meaning = words.header(label);
    bool second = meaning && std::ranges::find(headers.meanings, meaning) != headers.meanings.end();
    if (!meaning || second) {
      if (!label.empty())
        report.warnings.push_back({row.line, label, "unknown_column",
                                   second ? "another column says the same; this one was not taken"
                                          : "what this column holds is not known here; it was not taken"});
      meaning.reset();
    }
    headers.labels.push_back(std::move(label));
    headers.meanings.push_back(meaning);
  }
  while (!headers.labels.empty() && headers.labels.back().empty()) { // columns of nothing at the right edge
    headers.labels.pop_back();
    headers.meanings.pop_back();
  }
  return headers;
}

class importer {
public:
  importer(const vocabulary& words, std::span<const volunteer> existing, instant today)
      : words_(words), today_(today) {
    for (const auto& each : existing) {
      const auto& number = each.number.value;
      known_.add(people::of(each),
                 "the roster already has" + (number.empty() ? std::string() : " as " + number));
    }
  }

  roster_reading read(table from) {
    out_.outcome.charset = from.charset;
    for (std::size_t i = 0; i < from.header; ++i) {
      if (is_blank(from.rows[i]))
        ++out_.outcome.blank;
      else
        out_.outcome.warnings.push_back(
            {from.rows[i].line, {}, "skipped_line", "this line above the headers was not taken"});
    }
    auto headers = read_headers(from.rows[from.header], words_, out_.outcome);
    for (std::size_t i = from.header + 1; i < from.rows.size(); ++i) take(from.rows[i], headers);
    out_.outcome.accepted = static_cast<int>(out_.volunteers.size());
    return std::move(out_);
  }

private:
  void take(const csv_row& row, const header_row& headers) {
    if (is_blank(row)) {
      ++out_.outcome.blank;
      return;
    }
    auto person = read_row(row, headers, words_, today_, out_.outcome);
    if (!person) return;
    auto who = people::of(*person);
    if (auto same = known_.find(who)) {
      out_.outcome.rejected.push_back(
          same->by_number ? rejected_row{row.line, headers.label(column::number), "duplicate",
                                         "the person who " + same->where + " has this number"}
                          : rejected_row{row.line, headers.label(column::name), "duplicate",
                                         "this is who " + same->where + ": " + same->because});
      return;
    }
    if (auto other = known_.namesake(who))
      out_.outcome.warnings.push_back({row.line, headers.label(column::name), "same_name",
                                       "has the name of who " + *other + "; taken as another person"});
    known_.add(who, "stands on line " + std::to_string(row.line));
    out_.volunteers.push_back(std::move(*person));
  }

  const vocabulary& words_;
  instant today_;
  people known_;
  roster_reading out_;
};
} // namespace

result<roster_reading> read_roster(std::string_view file, const vocabulary& words,
                                   std::span<const volunteer> existing, instant today) {
  auto found = read_table(file, words);
  if (!found) return found.error();
  return importer(words, existing, today).read(std::move(*found));
}

} // namespace kotobashi::roster

#include "server/roster/csv.hpp"

#include <algorithm>
#include <array>

namespace kotobashi::roster {

namespace {
// Takes one line end off the front, if there is one.
bool take_line_end(std::string_view& text) {
  if (text.starts_with("\r\n")) {
    text.remove_prefix(2);
    return true;
  }
  if (!text.starts_with('\r') && !text.starts_with('\n')) return false;
  text.remove_prefix(1);
  return true;
}

// "sep=;" on a line of its own.
char take_declared_separator(std::string_view& text) {
  if (!text.starts_with("sep=") || text.size() < 5) return 0;
  auto rest = text.substr(5);
  if (!take_line_end(rest)) return 0;
  char separator = text[4];
  text = rest;
  return separator;
}

char most_frequent_separator(std::string_view text) {
  constexpr std::array candidates{',', '\t', ';'};
  std::array<int, candidates.size()> counts{};
  bool quoted = false;
  int found = 0;
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if ((c == '\n' || c == '\r') && found > 0) break;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (c != candidates[i]) continue;
      ++counts[i];
      ++found;
    }
  }
  auto most = std::ranges::max_element(counts);
  return candidates[static_cast<std::size_t>(most - counts.begin())];
}

class reader {
public:
  reader(std::string_view text, const csv_limits& limits) : rest_(text), limits_(limits) {
    if (char declared = take_declared_separator(rest_)) {
      separator_ = declared;
      ++line_;
    } else {
      separator_ = most_frequent_separator(rest_);
    }
  }

  result<std::vector<csv_row>> read() {
    std::vector<csv_row> rows;
    while (!rest_.empty()) {
      if (rows.size() == limits_.rows)
        return refuse(refusal_code::too_large, "more than " + std::to_string(limits_.rows) + " rows");
      auto row = read_row();
      if (!row) return row.error();
      rows.push_back(std::move(*row));
    }
    return rows;
  }

private:
  result<csv_row> read_row() {
    csv_row row{line_, {}};
    while (true) {
      auto field = read_field();
      if (!field) return field.error();
      row.fields.push_back(std::move(*field));
      if (row.fields.size() > limits_.fields)
        return refuse(refusal_code::too_large, "line " + std::to_string(row.line) + " has more than " +
                                                   std::to_string(limits_.fields) + " fields");
      if (rest_.empty()) return row;
      if (take_line_end(rest_)) {
        ++line_;
        return row;
      }
      rest_.remove_prefix(1); // the separator
    }
  }

  result<std::string> read_field() {
    std::string field;
    if (rest_.starts_with('"')) {
      if (auto read = read_quoted(field); !read) return read.error();
    }
    // Excel takes what follows a closing quote as more of the field.
    while (!rest_.empty() && rest_.front() != separator_ && rest_.front() != '\r' && rest_.front() != '\n') {
      field += rest_.front();
      rest_.remove_prefix(1);
    }
    return field;
  }

  result<void> read_quoted(std::string& field) {
    int began = line_;
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      if (rest_.starts_with("\"\"")) {
        field += '"';
        rest_.remove_prefix(2);
      } else if (rest_.starts_with('"')) {
        rest_.remove_prefix(1);
        return {};
      } else if (take_line_end(rest_)) {
        field += '\n';
        ++line_;
      } else {
        field += rest_.front();
        rest_.remove_prefix(1);
      }
    }
    return refuse(refusal_code::malformed, "the quote that opens on line " + std::to_string(began) +
                                               " is never closed: everything after it would be one field");
  }

  std::string_view rest_;
  const csv_limits& limits_;
  char separator_ = ',';
  int line_ = 1;
};
} // namespace

result<std::vector<csv_row>> read_csv(std::string_view utf8, const csv_limits& limits) {
  return reader(utf8, limits).read();
}

std::string write_csv(std::span<const std::string> fields) {
  std::string row;
  for (const auto& field : fields) {
    if (&field != fields.data()) row += ',';
    bool plain = field.find_first_of("\",;\t\r\n") == field.npos && !field.starts_with(' ') &&
                 !field.ends_with(' ') && !field.starts_with("sep="); // Excel's own line
    if (plain) {
      row += field;
      continue;
    }
    row += '"';
    for (char c : field) {
      if (c == '"') row += '"';
      row += c;
    }
    row += '"';
  }
  return row + "\r\n";
}

} // namespace kotobashi::roster

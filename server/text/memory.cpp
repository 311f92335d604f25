#include "server/text/memory.hpp"

#include "server/text/free_text.hpp"
#include "server/text/hash.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>
#include <numeric>

namespace kotobashi::words {

namespace {
std::u32string code_points_of(std::string_view text) {
  std::u32string out;
  while (!text.empty()) out += take_code_point(text);
  return out;
}

std::string trimmed(const std::string& text) {
  auto first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// By rows; stops where a whole row is above `most` already.
std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t most) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    std::size_t least = row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      std::size_t changed = diagonal + (a[i] == b[j] ? 0u : 1u);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
      least = std::min(least, row[j + 1]);
    }
    if (least > most) return most + 1;
  }
  return row.back();
}
} // namespace

std::vector<std::string> lines_of(std::string_view typed) {
  std::vector<std::string> out;
  for (const paragraph& each : free_text(typed, "und")) out.push_back(trimmed(each.front().text));
  return out;
}

std::string clean_lines(std::string_view typed) {
  std::string out;
  for (const std::string& each : lines_of(typed)) out += (out.empty() ? "" : "\n") + each;
  return out;
}

std::vector<std::int64_t> grams_of(std::string_view language, std::string_view folded) {
  constexpr char32_t edge = 0x1F; // no line has it
  std::u32string text = edge + code_points_of(folded) + edge;
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    std::string gram(language);
    for (char32_t each : {text[i], text[i + 1], text[i + 2]}) append(gram, each);
    out.push_back(static_cast<std::int64_t>(text_hash(gram) >> 1));
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

int similarity(std::string_view folded, std::string_view other, int at_least) {
  auto a = code_points_of(folded), b = code_points_of(other);
  std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 100;
  std::size_t most = longer * static_cast<std::size_t>(100 - at_least) / 100;
  if (longer - std::min(a.size(), b.size()) > most) return 0;
  std::size_t edits = distance(a, b, most);
  return edits > most ? 0 : static_cast<int>(100 - (100 * edits + longer - 1) / longer);
}

} // namespace kotobashi::words

#include "client/cli/terminal.hpp"

#include <qrencode.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <termios.h>
#include <unistd.h>

namespace kotobashi::cli {

namespace {
struct range {
  char32_t first, last;
};
constexpr auto wide = std::to_array<range>({{0x1100, 0x115F},
                                            {0x2E80, 0x303E},
                                            {0x3041, 0x33FF},
                                            {0x3400, 0x4DBF},
                                            {0x4E00, 0x9FFF},
                                            {0xA000, 0xA4CF},
                                            {0xAC00, 0xD7A3},
                                            {0xF900, 0xFAFF},
                                            {0xFE30, 0xFE6F},
                                            {0xFF00, 0xFF60},
                                            {0xFFE0, 0xFFE6},
                                            {0x1F300, 0x1F64F},
                                            {0x1F900, 0x1F9FF},
                                            {0x20000, 0x3FFFD}});
constexpr auto narrow_none = std::to_array<range>({{0x0300, 0x036F},
                                                   {0x0E31, 0x0E31},
                                                   {0x0E34, 0x0E3A},
                                                   {0x0E47, 0x0E4E},
                                                   {0x200B, 0x200F},
                                                   {0x202A, 0x202E},
                                                   {0x2060, 0x2069},
                                                   {0xFE00, 0xFE0F}});

constexpr auto moves_cursor = std::to_array<range>({{0x00, 0x1F}, {0x7F, 0x9F}});
// Embeddings, overrides and isolates: what stands behind them is read in another order than it is written.
constexpr auto turns_text = std::to_array<range>({{0x202A, 0x202E}, {0x2066, 0x2069}});

template <std::size_t N>
bool within(const std::array<range, N>& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](range each) { return c >= each.first && c <= each.last; });
}

// The code point at the front, taken off; a broken byte stands for itself.
char32_t take(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length > text.size() || lead < 0xC0) {
    text.remove_prefix(1);
    return lead;
  }
  char32_t point = length == 2 ? lead & 0x1Fu : length == 3 ? lead & 0x0Fu : lead & 0x07u;
  for (std::size_t i = 1; i < length; ++i) point = point << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  text.remove_prefix(length);
  return point;
}

struct qr_deleter {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

class silence {
public:
  explicit silence(bool on) : on_(on && tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!on_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~silence() {
    if (on_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  silence(const silence&) = delete;
  silence& operator=(const silence&) = delete;

private:
  termios before_{};
  bool on_;
};
} // namespace

std::size_t width(std::string_view utf8) {
  std::size_t columns = 0;
  while (!utf8.empty()) {
    const char32_t c = take(utf8);
    if (!within(narrow_none, c)) columns += within(wide, c) ? 2u : 1u;
  }
  return columns;
}

std::string aligned(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::vector<std::string>> all;
  if (!head.empty()) all.push_back(head);
  for (const auto& row : rows) {
    all.emplace_back();
    for (const auto& cell : row) all.back().push_back(printable(cell));
  }
  std::vector<std::size_t> widths;
  for (const auto& row : all) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string out;
  for (const auto& row : all) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] - width(row[i]) + 2, ' ');
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto before = text;
    const char32_t c = take(text);
    if (within(moves_cursor, c))
      out += ' ';
    else if (!within(turns_text, c))
      out += before.substr(0, before.size() - text.size());
  }
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string out;
  while (true) {
    const auto end = text.find('\n');
    out += printable(text.substr(0, end));
    if (end == text.npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string qr_code(const std::string& text) {
  std::unique_ptr<QRcode, qr_deleter> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L));
  if (!code) return {};
  const int quiet = 2;
  auto dark = [&](int x, int y) {
    if (x < 0 || y < 0 || x >= code->width || y >= code->width) return false;
    return (code->data[static_cast<std::size_t>(y * code->width + x)] & 1) != 0;
  };
  std::string out;
  for (int y = -quiet; y < code->width + quiet; y += 2) {
    out += "\033[30;47m";
    for (int x = -quiet; x < code->width + quiet; ++x) {
      const bool above = dark(x, y), below = dark(x, y + 1);
      out += above && below ? "█" : above ? "▀" : below ? "▄" : " ";
    }
    out += "\033[0m\n";
  }
  return out;
}

bool is_terminal() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1;
}

std::optional<std::string> ask_person(const std::string& question, bool hidden) {
  std::cerr << question << std::flush;
  std::string line;
  bool read = false;
  {
    const silence quiet(hidden);
    read = static_cast<bool>(std::getline(std::cin, line));
  }
  if (hidden) std::cerr << '\n';
  if (!read) return std::nullopt;
  return line;
}

} // namespace kotobashi::cli

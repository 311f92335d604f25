#include "server/text/ruby.hpp"

#include "server/text/utf8.hpp"

namespace kotobashi::words {

namespace {
constexpr std::string_view bar = "｜", open = "《", close = "》";

// The mark ｜base《reading》 at the front, whole or nothing.
struct mark {
  std::string_view base, reading;
  std::size_t length = 0;
};
mark mark_at(std::string_view text) {
  auto opened = text.find(open, bar.size());
  auto closed = opened == text.npos ? text.npos : text.find(close, opened);
  if (closed == text.npos) return {};
  auto base = text.substr(bar.size(), opened - bar.size());
  if (base.empty() || base.find(bar) != base.npos || base.find('\n') != base.npos) return {};
  auto start = opened + open.size();
  return {base, text.substr(start, closed - start), closed + close.size()};
}
} // namespace

std::vector<ruby_piece> read_ruby(std::string_view text) {
  std::vector<ruby_piece> out;
  auto plain = [&](std::string_view part) {
    if (part.empty()) return;
    if (!out.empty() && out.back().ruby.empty())
      out.back().text += part;
    else
      out.push_back({std::string(part), {}});
  };
  while (!text.empty()) {
    auto at = text.find(bar);
    plain(text.substr(0, at));
    if (at == text.npos) break;
    text.remove_prefix(at);
    if (mark found = mark_at(text); found.length != 0 && !found.reading.empty()) {
      out.push_back({std::string(found.base), std::string(found.reading)});
      text.remove_prefix(found.length);
    } else {
      plain(text.substr(0, bar.size()));
      text.remove_prefix(bar.size());
    }
  }
  return out;
}

std::string without_ruby(std::string_view text) {
  std::string out;
  for (const auto& piece : read_ruby(text)) out += piece.text;
  return out;
}

bool has_ruby_marks(std::string_view text) {
  return text.find(bar) != text.npos || text.find(open) != text.npos || text.find(close) != text.npos;
}

std::string ruby_mistake(std::string_view text) {
  while (!text.empty()) {
    auto at = text.find(bar);
    auto before = text.substr(0, at);
    if (before.find(open) != before.npos) return "《 without ｜ before its base";
    if (before.find(close) != before.npos) return "》 without 《";
    if (at == text.npos) return {};
    text.remove_prefix(at);
    mark found = mark_at(text);
    if (found.length == 0) return "｜ without a base and 《reading》";
    if (found.reading.empty()) return "an empty reading";
    if (found.base.find('{') != found.base.npos) return "a value inside a ruby mark";
    for (char32_t c : to_code_points(found.reading))
      if (!is_hiragana(c) && !is_katakana(c))
        return "a reading that is not kana: " + std::string(found.reading);
    text.remove_prefix(found.length);
  }
  return {};
}

} // namespace kotobashi::words

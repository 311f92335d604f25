#include "server/text/plain_sentence.hpp"

#include "server/text/ruby.hpp"
#include "server/text/utf8.hpp"

namespace kotobashi::words {

namespace {
bool is_space(char32_t c) {
  return c == U' ' || c == 0x3000;
}

plain_sentence make_sentence(std::size_t at, std::string_view marked, bool ends) {
  plain_sentence out;
  out.at = at;
  out.marked = marked;
  out.ends = ends;
  out.outside = without_glosses(marked);
  for (const auto& piece : read_ruby(marked)) {
    out.surface += piece.text;
    out.reading += piece.ruby.empty() ? piece.text : piece.ruby;
  }
  for (char32_t c : to_code_points(out.surface))
    if (!is_space(c)) append(out.close, c);
  return out;
}
} // namespace

std::string without_glosses(std::string_view text) {
  constexpr std::string_view open = "〈", close = "〉";
  std::string out;
  while (!text.empty()) {
    auto from = text.find(open);
    auto to = text.find(close, from);
    out += text.substr(0, to == text.npos ? text.npos : from);
    if (to == text.npos) break;
    text.remove_prefix(to + close.size());
  }
  return out;
}

std::vector<plain_sentence> plain_sentences(std::string_view text) {
  std::vector<plain_sentence> out;
  std::size_t begin = 0;
  int gloss = 0;
  for (auto rest = text; !rest.empty();) {
    char32_t c = take_code_point(rest);
    gloss += c == U'〈' ? 1 : c == U'〉' ? -1 : 0;
    bool ends = gloss <= 0 && (c == U'。' || c == U'！' || c == U'？');
    if (!ends && c != U'\n' && !rest.empty()) continue;
    auto end = text.size() - rest.size();
    auto marked = text.substr(begin, end - begin);
    auto first = marked.find_first_not_of(" \n");
    if (first != marked.npos) out.push_back(make_sentence(begin + first, marked.substr(first), ends));
    begin = end;
  }
  return out;
}

std::vector<std::u32string> plain_tokens(std::string_view reading) {
  std::vector<std::u32string> out(1);
  for (char32_t c : to_code_points(reading)) {
    bool part = is_hiragana(c) || is_katakana(c) || is_kanji(c) || is_digit(c) || is_latin_letter(c);
    if (part)
      out.back() += c;
    else if (!out.back().empty())
      out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

} // namespace kotobashi::words

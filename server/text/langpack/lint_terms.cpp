#include "server/text/langpack/text_pair.hpp"
#include "server/text/ruby.hpp"
#include "server/text/search.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>

namespace kotobashi::langpack {

namespace {
// Words change their endings: of each, the first 60 per cent and at least three letters must stand in the
// text.
bool stands_in(const std::string& text, const std::string& term) {
  std::u32string word;
  auto stem_stands = [&] {
    if (word.empty()) return true;
    auto length = std::max<std::size_t>(3, (word.size() * 6 + 9) / 10);
    return text.find(words::to_utf8(word.substr(0, length))) != text.npos;
  };
  for (char32_t c : words::to_code_points(term)) {
    if (c != U' ') {
      word += c;
      continue;
    }
    if (!stem_stands()) return false;
    word.clear();
  }
  return stem_stands();
}

// Spaces between 文節 may fall inside of a term.
std::string folded(const text_pair& one, const std::string& text) {
  auto out = words::search_fold(words::without_ruby(text));
  if (one.in.has_ruby()) std::erase(out, ' ');
  return out;
}
} // namespace

void check_terms(const words::library& all, const text_pair& one, reporter& to) {
  for (const auto& key : one.terms) {
    auto term = all.term(one.in.about().tag, key);
    if (!term) {
      if (!all.source().find(words::section::terms, key))
        to.add("term", one.in, one.where, one.text.key, "x-terms names " + key + ", which is no term");
      continue;
    }
    bool found = std::ranges::any_of(
        one.says, [&](const std::string& text) { return stands_in(folded(one, text), folded(one, *term)); });
    if (!found)
      to.add("term", one.in, one.where, one.text.key,
             "the term \u201c" + *term + "\u201d (" + key + ") is not used");
  }
}

} // namespace kotobashi::langpack

#include "server/text/langpack/text_pair.hpp"
#include "server/text/plain_sentence.hpp"
#include "server/text/ruby.hpp"
#include "server/text/search.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>

namespace kotobashi::langpack {

namespace {
// Words change their endings, and plurals may change inside: of at least half of the term's words the first
// 60 per cent, three letters or more, must stand in the text.
bool stands_in(const std::string& text, const std::string& term) {
  std::size_t count = 0, found = 0;
  for (std::size_t from = 0; from < term.size();) {
    auto end = std::min(term.find(' ', from), term.size());
    auto word = words::to_code_points(std::string_view(term).substr(from, end - from));
    from = end + 1;
    if (word.empty()) continue;
    ++count;
    word.resize(std::min(word.size(), std::max<std::size_t>(3, (word.size() * 6 + 9) / 10)));
    if (text.find(words::to_utf8(word)) != text.npos) ++found;
  }
  return found * 2 >= count;
}

// Glosses 〈…〉 and brackets explain a term.
std::string without_explanations(std::string_view term) {
  std::string out;
  int depth = 0;
  for (char32_t c : words::to_code_points(words::without_glosses(term))) {
    if (c == U'(' || c == U'（') ++depth;
    if (depth == 0) words::append(out, c);
    if (depth > 0 && (c == U')' || c == U'）')) --depth;
  }
  return out;
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
    bool found = std::ranges::any_of(one.says, [&](const std::string& text) {
      return stands_in(folded(one, text), folded(one, without_explanations(*term)));
    });
    if (!found)
      to.add("term", one.in, one.where, one.text.key,
             "the term \u201c" + *term + "\u201d (" + key + ") is not used");
  }
}

} // namespace kotobashi::langpack

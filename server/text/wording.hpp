#pragma once

#include "server/text/pack.hpp"
#include "server/text/render.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::words {

// What a language has of the phrases and terms that a text needs; keeps the worst status and what is missing.
class wording {
public:
  wording(const library& from, const pack& in) : source_(from.source()), in_(in) {}

  // nullptr where the language has none: then the text as a whole is missing.
  // `at`: position in the source's phrases.
  const message* phrase(std::size_t at) { return take(section::phrases, at); }
  const message* term(std::string_view key);
  void note(std::string_view code, std::string_view key, std::string_view detail);

  const pack& in() const { return in_; }
  text_status status() const { return status_; }
  std::vector<text_problem> take_problems() { return std::move(problems_); }

private:
  const message* take(section in, std::size_t at);

  const pack& source_;
  const pack& in_;
  text_status status_ = text_status::checked;
  std::vector<text_problem> problems_;
};

// The worse of two: missing, outdated, drafted, checked.
text_status worse(text_status a, text_status b);

} // namespace kotobashi::words

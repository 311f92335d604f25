#pragma once

#include "server/text/langpack/reporter.hpp"
#include "server/text/pack.hpp"

#include <string>
#include <vector>

namespace kotobashi::langpack {

// A text and what it translates; for the source both are the same.
struct text_pair {
  const words::pack& in;
  words::section where;
  const words::entry& text;
  const words::message& message;
  const words::message& source;
  std::vector<std::string> says; // variants
  std::vector<std::string> source_says;
  std::vector<std::string> terms; // that the source names in x-terms
  bool is_title = false;

  bool is_source() const { return &message == &source; }
};

// Each adds its findings on one text.
using text_check = void (*)(const words::library& all, const text_pair& one, reporter& to);

void check_placeholders(const words::library& all, const text_pair& one, reporter& to);
void check_plural(const words::library& all, const text_pair& one, reporter& to);
void check_numbers(const words::library& all, const text_pair& one, reporter& to);
void check_urls(const words::library& all, const text_pair& one, reporter& to);
void check_script(const words::library& all, const text_pair& one, reporter& to);
void check_leftovers(const words::library& all, const text_pair& one, reporter& to);
void check_isolates(const words::library& all, const text_pair& one, reporter& to);
void check_ruby(const words::library& all, const text_pair& one, reporter& to);
void check_apostrophes(const words::library& all, const text_pair& one, reporter& to);
void check_terms(const words::library& all, const text_pair& one, reporter& to);
void check_plain(const words::library& all, const text_pair& one, reporter& to);

// Every topic as its examples fill it, against what its channels hold.
void check_lengths(const words::library& all, const words::pack& in, reporter& to);

} // namespace kotobashi::langpack

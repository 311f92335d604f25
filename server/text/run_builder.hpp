#pragma once

#include "server/text/ruby.hpp"
#include "server/text/runs.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kotobashi::words {

// Puts runs together; neighbours that say the same of themselves become one. A newline begins a paragraph.
class run_builder {
public:
  run_builder(std::string_view language, words::direction direction)
      : language_(language), direction_(direction) {
    begin();
  }

  // Words of the pack.
  void words(std::string_view text, std::string_view ruby = {});
  // What follows begins a paragraph; an empty one does not count.
  void end_paragraph();
  // A value; typed text keeps a run of its own.
  void value(run one, bool own = false);
  void value(const std::vector<ruby_piece>& pieces, std::string_view parameter);
  void value(std::string_view text, std::string_view parameter, std::string_view ruby = {});

  const std::string& language() const { return language_; }
  words::direction direction() const { return direction_; }
  std::vector<paragraph> take();
  // All in one paragraph, with runs "\n" where lines end.
  paragraph take_line();

private:
  void begin();
  void add(std::string_view text, std::string_view ruby, std::string_view parameter);

  std::string language_;
  words::direction direction_;
  std::vector<paragraph> done_;
  bool closed_ = true; // nothing may be added to the last run
};

} // namespace kotobashi::words

#pragma once

#include "client/cli/find.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kotobashi::cli {

// What a notice says, as it is typed: a topic with parameters, or free Japanese text.
struct notice_input {
  std::string topic;
  std::vector<std::string> parameters; // name=value
  std::string parameters_file;         // JSON object
  std::string bulletin;                // take the parameters that it suggests
  std::string text;
  std::vector<std::string> languages;
};
void add_words_options(CLI::App& to, notice_input& into);

// The same as the server takes it. `before`: the parameters of a notice that is corrected.
struct notice_words {
  std::optional<std::string> topic;
  boost::json::value parameters;
  std::optional<kotobashi::text<4000>> text;
};
link::outcome<notice_words> words_of(context& c, const notice_input& typed,
                                     boost::json::value before = nullptr);

} // namespace kotobashi::cli

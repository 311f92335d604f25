#pragma once

#include "client/cli/context.hpp"
#include "server/model/records.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kotobashi::cli {

// A request for people, as it is typed.
struct request_input {
  std::string kind = "interpret", mode = "on_site", language, specialty, area, place, contact, details,
              summary, starts = "now", ends = "+2h", gender, admission, inquiry;
  std::vector<std::string> excluded;
  std::int64_t places = 1;
  bool confidential = false;
};
void add_request_options(CLI::App& to, request_input& into);
link::outcome<new_request> request_of(context& c, const request_input& typed);

} // namespace kotobashi::cli

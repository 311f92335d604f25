#pragma once

#include "server/model/overview.hpp"
#include "server/model/records.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What the server answers about its texts, as far as clients use it. The rest of what they read are the
// records of server/model.
namespace kotobashi::client {

using labels = std::map<std::string, std::string>; // by language of the staff: "ja", "en"

// GET /api/v1/languages
struct language_view {
  language_tag tag;
  std::string name; // in the language itself
  std::string name_ja;
  std::string name_en;
  std::string direction; // "ltr", "rtl"
  std::vector<std::string> fonts;
};
BOOST_DESCRIBE_STRUCT(language_view, (), (tag, name, name_ja, name_en, direction, fonts))

// GET /api/v1/languages/status
struct text_counts {
  std::int64_t all = 0, missing = 0, outdated = 0, drafted = 0, checked = 0;
};
BOOST_DESCRIBE_STRUCT(text_counts, (), (all, missing, outdated, drafted, checked))
struct language_status {
  language_tag language;
  text_counts phrases, terms, pages;
  std::int64_t topics_ready = 0;
  std::int64_t topics = 0;
};
BOOST_DESCRIBE_STRUCT(language_status, (), (language, phrases, terms, pages, topics_ready, topics))

// GET /api/v1/templates: a topic and what has to be filled in for it.
struct parameter_view {
  std::string name;
  std::string type; // area, place, datetime, period, number, choice, money, contact, languages, text
  bool list = false;
  bool required = false;
  std::vector<std::string> keys; // choice: what may be chosen, in order
  std::int64_t max_length = 0;   // text: characters
  client::labels label;
  boost::json::value example; // as in "parameters"; null: none
};
BOOST_DESCRIBE_STRUCT(parameter_view, (), (name, type, list, required, keys, max_length, label, example))
struct switch_view {
  std::string name; // stands among the parameters as true or false
  bool default_ = false;
  client::labels label;
};
BOOST_DESCRIBE_STRUCT(switch_view, (), (name, default_, label))
struct template_view {
  std::string id;
  std::int64_t number = 0; // in the list of topics
  std::string category;
  std::string phase;
  bool critical = false;       // read back before it goes
  std::vector<hazard> hazards; // empty: all
  std::vector<channel> channels;
  client::labels name;
  std::vector<parameter_view> parameters;
  std::vector<switch_view> switches;
  std::map<std::string, std::map<std::string, client::labels>> choices; // by parameter, then by key
};
BOOST_DESCRIBE_STRUCT(template_view, (),
                      (id, number, category, phase, critical, hazards, channels, name, parameters, switches,
                       choices))

// POST /api/v1/preview with preview_wish
struct run_view {
  std::string text;
  std::optional<std::string> parameter; // a value: isolated from the words around it
  std::optional<bool> changed;          // new by this correction
};
BOOST_DESCRIBE_STRUCT(run_view, (), (text, parameter, changed))
struct runs_view {
  std::vector<run_view> title;
  std::vector<std::vector<run_view>> body;
};
BOOST_DESCRIBE_STRUCT(runs_view, (), (title, body))
struct preview_text {
  language_tag language;
  std::string title;
  std::string body;
  runs_view runs;
  text_status status{};
  bool ready = false;
  boost::json::value problems;
};
BOOST_DESCRIBE_STRUCT(preview_text, (), (language, title, body, runs, status, ready, problems))
struct preview_reply {
  std::vector<preview_text> texts;
  bool critical = false;
};
BOOST_DESCRIBE_STRUCT(preview_reply, (), (texts, critical))

} // namespace kotobashi::client

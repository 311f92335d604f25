#pragma once

#include "server/model/records.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What the server answers that is no record of server/model. Members that a role does not get, or that the
// server does not know (a battery that is not there), are absent.
namespace kotobashi::client {

// GET /api/v1/center
struct center_view {
  std::string name;
  activation_state state{}; // standby where nothing is open
  std::optional<kotobashi::activation> activation;
  std::string cursor; // where the event stream goes on from here
};
BOOST_DESCRIBE_STRUCT(center_view, (), (name, state, activation, cursor))

// GET /api/v1/languages
struct language_view {
  language_tag tag;
  std::string name; // in the language itself
  std::optional<std::string> name_ja;
  std::optional<std::string> name_en;
  std::optional<std::string> direction; // "ltr", "rtl"
};
BOOST_DESCRIBE_STRUCT(language_view, (), (tag, name, name_ja, name_en, direction))

// GET /api/v1/templates: what can be filled in for a topic.
struct choice_view {
  std::string key;
  std::map<std::string, std::string> label; // "ja", "en"
};
BOOST_DESCRIBE_STRUCT(choice_view, (), (key, label))
struct parameter_view {
  std::string name;
  std::string type; // area, place, datetime, period, number, choice, money, contact, languages, text
  std::optional<bool> required;
  std::optional<bool> list;
  std::map<std::string, std::string> label;
  boost::json::value example;
  std::vector<choice_view> choices;
};
BOOST_DESCRIBE_STRUCT(parameter_view, (), (name, type, required, list, label, example, choices))
struct switch_view {
  std::string name;
  std::optional<bool> default_;
  std::map<std::string, std::string> label;
};
BOOST_DESCRIBE_STRUCT(switch_view, (), (name, default_, label))
struct template_view {
  std::string id;
  std::optional<int> topic;
  std::optional<std::string> category;
  std::optional<std::string> phase;
  std::optional<bool> critical;
  std::vector<std::string> hazards;
  std::map<std::string, std::string> name; // "ja", "en"
  std::vector<channel> channels;
  std::vector<parameter_view> parameters;
  std::vector<switch_view> switches;
};
BOOST_DESCRIBE_STRUCT(template_view, (),
                      (id, topic, category, phase, critical, hazards, name, channels, parameters, switches))

// POST /api/v1/preview
struct preview_request {
  std::string template_;
  boost::json::value parameters;
  std::vector<std::string> languages; // empty: all
};
BOOST_DESCRIBE_STRUCT(preview_request, (), (template_, parameters, languages))
struct preview_text {
  language_tag language;
  std::string title;
  std::string body;
  boost::json::value runs;
  text_status status{};
  boost::json::value problems;
};
BOOST_DESCRIBE_STRUCT(preview_text, (), (language, title, body, runs, status, problems))
struct preview_reply {
  std::vector<preview_text> texts;
};
BOOST_DESCRIBE_STRUCT(preview_reply, (), (texts))

} // namespace kotobashi::client

#pragma once

#include "server/model/enums.hpp"
#include "server/model/instant.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A template: what a notice of one topic says, and what has to be filled in. Format: templates/<id>.toml.
// Written as JSON by json::write for GET /api/v1/templates.
namespace kotobashi::words {

enum class category { disaster, shelter, health, lifelines, recovery, center, preparedness };
BOOST_DESCRIBE_ENUM(category, disaster, shelter, health, lifelines, recovery, center, preparedness)
enum class phase { first_hours, shelter_life, health, lifelines, recovery, preparedness };
BOOST_DESCRIBE_ENUM(phase, first_hours, shelter_life, health, lifelines, recovery, preparedness)
enum class parameter_type { area, place, datetime, period, number, choice, money, contact, languages, text };
BOOST_DESCRIBE_ENUM(parameter_type, area, place, datetime, period, number, choice, money, contact, languages,
                    text)

using labels = std::map<std::string, std::string>; // by language of the staff: ja, en

struct parameter {
  std::string name;
  parameter_type type{};
  bool list = false;
  bool required = false;
  std::string terms;                   // choice: group of terms
  std::vector<std::string> keys;       // choice: what may be chosen, in order
  std::int64_t decimals = 0;           // number: at least so many digits after the point
  std::optional<std::int64_t> maximum; // number: no more than this; never less than 0
  bool past = false;                   // datetime: of something that has happened, so never to come
  std::int64_t max_length = 400;       // text: code points
  labels label;
  boost::json::value example; // as in "parameters"; null: none
};
BOOST_DESCRIBE_STRUCT(parameter, (),
                      (name, type, list, required, terms, keys, decimals, maximum, past, max_length, label,
                       example))

// Yes or no; stands among the parameters as true or false.
struct topic_switch {
  std::string name;
  bool default_ = false;
  labels label;
};
BOOST_DESCRIBE_STRUCT(topic_switch, (), (name, default_, label))

// `when` of a body phrase.
struct condition {
  enum class kind { given, is, is_not, on };
  kind is_kind{};
  std::string name;                // parameter or switch
  std::vector<std::string> values; // is, is_not
};

struct body_phrase {
  std::string phrase;
  std::vector<std::string> when; // as written; all must hold
  std::vector<condition> conditions;
  std::size_t at = 0; // position in the source's phrases
};
BOOST_DESCRIBE_STRUCT(body_phrase, (), (phrase, when))

// CAP 1.2.
struct cap_values {
  std::string category, event, urgency, severity, certainty, response;
};
BOOST_DESCRIBE_STRUCT(cap_values, (), (category, event, urgency, severity, certainty, response))

struct topic {
  std::string id;
  std::int64_t number = 0; // in the list of topics
  words::category category{};
  words::phase phase{};
  bool critical = false;
  std::vector<hazard> hazards; // empty: all
  std::string title;           // phrase
  std::size_t title_at = 0;    // its position in the source's phrases
  std::vector<channel> channels;
  std::optional<std::string> expires_after;                           // ISO 8601 duration, from publication
  std::optional<std::string> wording_valid_from, wording_valid_until; // dates, first and last day
  labels name;
  cap_values cap;
  std::vector<parameter> parameters;
  std::vector<topic_switch> switches;
  std::vector<body_phrase> body;
};
BOOST_DESCRIBE_STRUCT(topic, (),
                      (id, number, category, phase, critical, hazards, title, channels, expires_after,
                       wording_valid_from, wording_valid_until, name, cap, parameters, switches, body))

const parameter* find_parameter(const topic& of, std::string_view name);
const topic_switch* find_switch(const topic& of, std::string_view name);
// "PT24H", "P3D", "P1DT12H30M"; nothing for any other text.
std::optional<std::chrono::seconds> duration_from_iso8601(std::string_view text);
// The time at which a notice published at `at` expires.
std::optional<instant> expiry(const topic& of, instant at);

} // namespace kotobashi::words

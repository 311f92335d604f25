#pragma once

#include "server/model/instant.hpp"
#include "server/model/result.hpp"
#include "server/text/library.hpp"

#include <boost/json/value.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The parameters of a topic, from their one JSON form to typed values.
namespace kotobashi::words {

struct area_value {
  std::string code; // term "area.<code>"
  std::string text; // Japanese, where there is no code
};
struct place_value {
  std::string id; // of the gazetteer
  std::string name, romanised;
};
struct period_value {
  std::optional<instant> from, to; // at least one
};
struct number_value {
  std::optional<double> value;
  std::string qualifier; // term "number.<qualifier>"; may be empty
  std::string described; // term "number.<described>", instead of a value
};
struct choice_value {
  std::string key;
};
struct money_value {
  double amount = 0;
  std::string currency; // ISO 4217
};
struct contact_value {
  bool center = false; // the center itself, as center.toml says
  std::string name, phone, url;
  std::string from, to; // "09:00"
};
struct language_value {
  std::string code; // spoken language, term "language.<code>"
};
struct text_value {
  std::map<std::string, std::string> by_language; // "ja" is always there
};
using given_value = std::variant<area_value, place_value, instant, period_value, number_value, choice_value,
                                 money_value, contact_value, language_value, text_value>;

struct values {
  std::map<std::string, std::vector<given_value>, std::less<>>
      given;                                         // by name; lists and `languages` have several
  std::map<std::string, bool, std::less<>> switches; // all of the topic's
};

// Everything that is wrong, at once, as field_errors with paths from `path`: "parameters.areas[1]". Codes:
// required, unknown (no such parameter, place, area, choice, term, language), type, format, range, too_long,
// too_many, duplicate. `now`: no time of what has happened lies after it (but for some minutes by which
// clocks differ); where it is not given, they are not compared.
result<values> check_parameters(const library& from, const topic& of, const boost::json::value& parameters,
                                std::string_view path = "parameters", std::optional<instant> now = {});

// Does this phrase stand in the text?
bool holds(const body_phrase& phrase, const values& given);

} // namespace kotobashi::words

#pragma once

#include "server/model/json.hpp"
#include "server/text/parameters.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::words {

// Reads single values, each type in its one JSON form; what is wrong goes to `found`, at the path where it
// stands.
class parameter_reader {
public:
  // `now`: see check_parameters.
  parameter_reader(const library& from, json::problems& found, std::optional<instant> now = {})
      : from_(from), found_(found), now_(now) {}

  // The values of one parameter; empty where nothing is given or something is wrong.
  std::vector<given_value> read(const parameter& of, const boost::json::value& given);

private:
  using object = boost::json::object;

  std::vector<given_value> read_list(const parameter& of, const boost::json::value& given);
  given_value read_one(const parameter& of, const boost::json::value& given);
  area_value read_area(const boost::json::value& given);
  place_value read_place(const boost::json::value& given);
  period_value read_period(const boost::json::value& given);
  instant read_time(const parameter& of, const boost::json::value& given);
  number_value read_number(const parameter& of, const boost::json::value& given);
  choice_value read_choice(const parameter& of, const boost::json::value& given);
  money_value read_money(const boost::json::value& given);
  contact_value read_contact(const boost::json::value& given);
  void read_hours(const boost::json::value& given, contact_value& to);
  language_value read_language(const boost::json::value& given);
  text_value read_text(const parameter& of, const boost::json::value& given);

  const object* as_object(const boost::json::value& given, const char* expected);
  // The member as text, checked; empty where it is absent, which is a mistake if it is required.
  std::string member(const object& of, std::string_view name, std::size_t max, bool required);
  void refuse_others(const object& of, std::initializer_list<std::string_view> known);
  void check_amount(double amount);
  void check_number(const parameter& of, double value);
  // The term of the source, or a mistake.
  bool check_term(std::string_view group, std::string_view key, const char* what);

  const library& from_;
  json::problems& found_;
  std::optional<instant> now_;
};

} // namespace kotobashi::words

#include "server/text/parameter_reader.hpp"

#include "server/model/visible.hpp"
#include "server/text/pack.hpp"
#include "server/text/utf8.hpp"

#include <unicode/ucurr.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace kotobashi::words {

namespace js = boost::json;

namespace {
constexpr std::size_t most_values = 50, longest_name = 120, longest_phone = 40, longest_url = 300;
constexpr double largest = 1e12;
constexpr std::chrono::minutes clocks_differ{10};

std::string_view view(const js::value& text) {
  return {text.get_string().data(), text.get_string().size()};
}

// Digits and signs of telephone numbers, in full width too: +81 44 (455) 8811.
bool is_phone(std::string_view text) {
  bool digit = false;
  for (char32_t c : to_code_points(text)) {
    char32_t narrow = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    digit = digit || is_digit(narrow);
    bool sign =
        std::u32string_view(U"+-() #*/,.\u2010\u2212\u30FC").find(narrow) != std::u32string_view::npos;
    if (!is_digit(narrow) && !sign) return false;
  }
  return digit;
}

bool is_url(std::string_view text) {
  auto rest = text.starts_with("https://")  ? text.substr(8)
              : text.starts_with("http://") ? text.substr(7)
                                            : "";
  return !rest.empty() && rest.front() != '/' && std::ranges::all_of(rest, [](char c) {
    return c > 0x20 && c < 0x7F && std::string_view("<>\"\\^`{|}").find(c) == std::string_view::npos;
  });
}

bool is_clock(std::string_view text) {
  auto at = from_rfc3339("2000-01-01T" + std::string(text) + ":00Z");
  return text.size() == 5 && at;
}

bool is_currency(const std::string& code) {
  if (code.size() != 3 || !std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; }))
    return false;
  const UChar wide[] = {static_cast<UChar>(code[0]), static_cast<UChar>(code[1]), static_cast<UChar>(code[2]),
                        0};
  UErrorCode failed = U_ZERO_ERROR;
  return ucurr_isAvailable(wide, U_DATE_MIN, U_DATE_MAX, &failed) != 0;
}
} // namespace

const js::object* parameter_reader::as_object(const js::value& given, const char* expected) {
  if (!given.is_object()) found_.add("type", std::string("expected ") + expected);
  return given.if_object();
}

std::string parameter_reader::member(const object& of, std::string_view name, std::size_t max,
                                     bool required) {
  json::problems::scope at(found_, name);
  std::string out;
  const js::value* given = of.if_contains(name);
  if (given && !given->is_null()) json::read_text(*given, out, max, found_);
  bool absent = !given || given->is_null() || (given->is_string() && given->get_string().empty());
  if (required && absent) found_.add("required", "this field is missing");
  return out;
}

void parameter_reader::refuse_others(const object& of, std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : of) {
    if (std::ranges::find(known, std::string_view(key)) != known.end()) continue;
    json::problems::scope at(found_, std::string_view(key));
    found_.add("unknown", "there is no such field");
  }
}

bool parameter_reader::check_term(std::string_view group, std::string_view key, const char* what) {
  if (from_.source().find(section::terms, std::string(group) + "." + std::string(key))) return true;
  found_.add("unknown", std::string("there is no ") + what + " " + std::string(beginning(key, 80)));
  return false;
}

std::vector<given_value> parameter_reader::read(const parameter& of, const js::value& given) {
  bool list = of.list || of.type == parameter_type::languages;
  auto before = found_.size();
  std::vector<given_value> out = list ? read_list(of, given) : std::vector<given_value>{};
  if (!list && !given.is_null()) {
    bool blank = of.type == parameter_type::text && given.is_string() && given.get_string().empty();
    if (!blank) out.push_back(read_one(of, given));
  }
  if (found_.size() != before) return {};
  if (out.empty() && of.required) found_.add("required", "this field is missing");
  return out;
}

std::vector<given_value> parameter_reader::read_list(const parameter& of, const js::value& given) {
  std::vector<given_value> out;
  if (given.is_null()) return out;
  if (!given.is_array()) {
    found_.add("type", "expected a list");
    return out;
  }
  const js::array& all = given.get_array();
  if (all.size() > most_values) {
    found_.add("too_many", "at most " + std::to_string(most_values) + " values");
    return out;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    json::problems::scope at(found_, i);
    if (std::find(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), all[i]) !=
        all.begin() + static_cast<std::ptrdiff_t>(i))
      found_.add("duplicate", "this stands in the list already");
    out.push_back(read_one(of, all[i]));
  }
  return out;
}

given_value parameter_reader::read_one(const parameter& of, const js::value& given) {
  switch (of.type) {
  case parameter_type::area: return read_area(given);
  case parameter_type::place: return read_place(given);
  case parameter_type::datetime: return read_time(of, given);
  case parameter_type::period: return read_period(given);
  case parameter_type::number: return read_number(of, given);
  case parameter_type::choice: return read_choice(of, given);
  case parameter_type::money: return read_money(given);
  case parameter_type::contact: return read_contact(given);
  case parameter_type::languages: return read_language(given);
  case parameter_type::text: return read_text(of, given);
  }
  return {};
}

area_value parameter_reader::read_area(const js::value& given) {
  if (given.is_string()) {
    check_term("area", view(given), "area");
    return {std::string(view(given)), {}};
  }
  const object* from = as_object(given, "an area's code or {\"text\": …}");
  if (!from) return {};
  refuse_others(*from, {"text"});
  return {{}, member(*from, "text", longest_name, true)};
}

place_value parameter_reader::read_place(const js::value& given) {
  if (given.is_string()) {
    std::string id(view(given));
    if (!from_.find_place(id)) found_.add("unknown", "there is no place " + std::string(beginning(id, 80)));
    return {id, {}, {}};
  }
  const object* from = as_object(given, "a place's id or {\"name\": …}");
  if (!from) return {};
  refuse_others(*from, {"name", "romanised"});
  return {{}, member(*from, "name", longest_name, true), member(*from, "romanised", longest_name, false)};
}

instant parameter_reader::read_time(const parameter& of, const js::value& given) {
  instant at;
  json::read(given, at, found_);
  if (of.past && now_ && at > *now_ + clocks_differ)
    found_.add("range", "this time has not come yet; is the computer's clock right?");
  return at;
}

period_value parameter_reader::read_period(const js::value& given) {
  period_value out;
  const object* from = as_object(given, "{\"from\": …, \"to\": …}");
  if (!from) return out;
  auto before = found_.size();
  refuse_others(*from, {"from", "to"});
  for (auto [name, to] : {std::pair{"from", &out.from}, std::pair{"to", &out.to}}) {
    json::problems::scope at(found_, std::string_view(name));
    if (const js::value* each = from->if_contains(name)) json::read(*each, *to, found_);
  }
  if (found_.size() != before) return out;
  if (!out.from && !out.to) found_.add("required", "from or to must be there");
  if (out.from && out.to && *out.to <= *out.from) found_.add("range", "the period ends before it starts");
  return out;
}

void parameter_reader::check_amount(double amount) {
  if (!std::isfinite(amount) || std::abs(amount) > largest) found_.add("range", "the number is too large");
}

void parameter_reader::check_number(const parameter& of, double value) {
  check_amount(value);
  if (value < 0) found_.add("range", "the number is less than 0");
  if (of.maximum && value > static_cast<double>(*of.maximum))
    found_.add("range", "at most " + std::to_string(*of.maximum));
}

number_value parameter_reader::read_number(const parameter& of, const js::value& given) {
  number_value out;
  if (given.is_number()) {
    out.value = given.to_number<double>();
    check_number(of, *out.value);
    return out;
  }
  const object* from = as_object(given, "a number, {\"value\": …} or {\"described\": …}");
  if (!from) return out;
  refuse_others(*from, {"value", "qualifier", "described"});
  out.described = member(*from, "described", longest_name, false);
  out.qualifier = member(*from, "qualifier", longest_name, false);
  if (const js::value* each = from->if_contains("value")) {
    json::problems::scope at(found_, "value");
    json::read(*each, out.value, found_);
    if (out.value) check_number(of, *out.value);
  }
  if (out.value.has_value() != out.described.empty())
    found_.add("required", "either value or described must be there");
  json::problems::scope at(found_, out.described.empty() ? "qualifier" : "described");
  const std::string& key = out.described.empty() ? out.qualifier : out.described;
  if (key.empty() || !check_term("number", key, "description")) return out;
  const entry* term = from_.source().find(section::terms, "number." + key);
  bool takes_number = from_.source().made(*term, nullptr).message.has_argument("n");
  if (takes_number != out.described.empty()) found_.add("unknown", key + " does not fit here");
  return out;
}

choice_value parameter_reader::read_choice(const parameter& of, const js::value& given) {
  std::string names;
  for (const auto& key : of.keys) names += (names.empty() ? "" : ", ") + key;
  if (!given.is_string() || std::ranges::find(of.keys, view(given)) == of.keys.end())
    json::refuse_enum(given, names, found_);
  return given.is_string() ? choice_value{std::string(view(given))} : choice_value{};
}

money_value parameter_reader::read_money(const js::value& given) {
  money_value out;
  const object* from = as_object(given, "{\"amount\": …, \"currency\": …}");
  if (!from) return out;
  refuse_others(*from, {"amount", "currency"});
  {
    json::problems::scope at(found_, "amount");
    const js::value* amount = from->if_contains("amount");
    if (amount)
      json::read(*amount, out.amount, found_);
    else
      found_.add("required", "this field is missing");
    check_amount(out.amount);
    if (out.amount < 0) found_.add("range", "the amount is less than 0");
  }
  out.currency = member(*from, "currency", 3, true);
  json::problems::scope at(found_, "currency");
  if (!out.currency.empty() && !is_currency(out.currency))
    found_.add("unknown", "there is no such currency; JPY is one");
  return out;
}

contact_value parameter_reader::read_contact(const js::value& given) {
  contact_value out;
  if (given.is_string()) {
    out.center = view(given) == "center";
    if (!out.center) found_.add("unknown", "expected \"center\" or {\"name\": …}");
    return out;
  }
  const object* from = as_object(given, "\"center\" or {\"name\": …}");
  if (!from) return out;
  refuse_others(*from, {"name", "phone", "url", "hours"});
  out.name = member(*from, "name", longest_name, true);
  out.phone = member(*from, "phone", longest_phone, false);
  out.url = member(*from, "url", longest_url, false);
  {
    json::problems::scope at(found_, "phone");
    if (!out.phone.empty() && !is_phone(out.phone)) found_.add("format", "this is not a telephone number");
  }
  {
    json::problems::scope at(found_, "url");
    if (!out.url.empty() && !is_url(out.url))
      found_.add("format", "expected an address that begins with https://");
  }
  json::problems::scope at(found_, "hours");
  if (const js::value* hours = from->if_contains("hours"); hours && !hours->is_null())
    read_hours(*hours, out);
  return out;
}

void parameter_reader::read_hours(const js::value& given, contact_value& to) {
  const object* from = as_object(given, "{\"from\": \"09:00\", \"to\": \"17:00\"}");
  if (!from) return;
  refuse_others(*from, {"from", "to"});
  to.from = member(*from, "from", 5, true);
  to.to = member(*from, "to", 5, true);
  for (auto [name, text] : {std::pair{"from", &to.from}, std::pair{"to", &to.to}}) {
    json::problems::scope at(found_, std::string_view(name));
    if (!text->empty() && !is_clock(*text)) found_.add("format", "expected a time such as 09:00");
  }
}

language_value parameter_reader::read_language(const js::value& given) {
  if (!given.is_string()) {
    found_.add("type", "expected a language's code");
    return {};
  }
  check_term("language", view(given), "language");
  return {std::string(view(given))};
}

text_value parameter_reader::read_text(const parameter& of, const js::value& given) {
  text_value out;
  auto longest = static_cast<std::size_t>(of.max_length);
  if (given.is_string()) {
    json::read_text(given, out.by_language[std::string(source_language)], longest, found_);
    return out;
  }
  const object* from = as_object(given, "a text or texts by language");
  if (!from) return out;
  for (const auto& [tag, text] : *from) {
    if (text.is_string() && text.get_string().empty()) continue;
    json::problems::scope at(found_, std::string_view(tag));
    if (!from_.find_language(std::string_view(tag))) found_.add("unknown", "there is no such language");
    json::read_text(text, out.by_language[std::string(tag)], longest, found_);
  }
  if (!out.by_language.contains(std::string(source_language))) {
    json::problems::scope at(found_, source_language);
    found_.add("required", "the Japanese text is missing");
  }
  return out;
}

} // namespace kotobashi::words

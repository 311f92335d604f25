#include "server/text/parameters.hpp"

#include "server/text/parameter_reader.hpp"

#include <algorithm>

namespace kotobashi::words {

namespace {
const boost::json::value absent;

// Of a list of choices any one counts.
bool is_one_of(const values& given, const condition& one) {
  auto found = given.given.find(one.name);
  if (found == given.given.end()) return false;
  return std::ranges::any_of(found->second, [&](const given_value& each) {
    const auto* choice = std::get_if<choice_value>(&each);
    return choice && std::ranges::find(one.values, choice->key) != one.values.end();
  });
}

bool holds(const condition& one, const values& given) {
  switch (one.is_kind) {
  case condition::kind::given: return given.given.contains(one.name);
  case condition::kind::is: return is_one_of(given, one);
  case condition::kind::is_not: return !is_one_of(given, one);
  case condition::kind::on: {
    auto found = given.switches.find(one.name);
    return found != given.switches.end() && found->second;
  }
  }
  return false;
}
} // namespace

result<values> check_parameters(const library& from, const topic& of, const boost::json::value& parameters,
                                std::string_view path, std::optional<instant> now) {
  json::problems found;
  values out;
  {
    json::problems::scope base(found, path);
    static const boost::json::object none;
    const boost::json::object* given = parameters.is_null() ? &none : parameters.if_object();
    if (!given) found.add("type", "expected an object");
    for (const auto& each : of.parameters) {
      if (!given) break;
      json::problems::scope at(found, std::string_view(each.name));
      const auto* member = given->if_contains(each.name);
      auto read = parameter_reader(from, found, now).read(each, member ? *member : absent);
      if (!read.empty()) out.given.emplace(each.name, std::move(read));
    }
    for (const auto& each : of.switches) {
      json::problems::scope at(found, std::string_view(each.name));
      bool& on = out.switches[each.name] = each.default_;
      const auto* member = given ? given->if_contains(each.name) : nullptr;
      if (member && !member->is_null()) json::read(*member, on, found);
    }
    for (const auto& [name, value] : given ? *given : none) {
      if (find_parameter(of, name) || find_switch(of, name)) continue;
      json::problems::scope at(found, std::string_view(name));
      found.add("unknown", "the topic has no such parameter");
    }
  }
  if (!found.empty()) return refusal{refusal_code::invalid, "some fields are not right", found.take()};
  return out;
}

bool holds(const body_phrase& phrase, const values& given) {
  return std::ranges::all_of(phrase.conditions, [&](const condition& each) { return holds(each, given); });
}

} // namespace kotobashi::words

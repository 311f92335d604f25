#include "server/text/langpack/text_pair.hpp"

#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <set>
#include <stdexcept>

namespace kotobashi::langpack {

using kind = words::message_argument::kind;

namespace {
std::set<std::string> names(const words::message& of) {
  std::set<std::string> out;
  for (const auto& each : of.arguments()) out.insert(each.name);
  return out;
}

std::set<std::string> selectors(const words::message& of, const std::string& name, kind wanted) {
  std::set<std::string> out;
  for (const auto& each : of.arguments())
    if (each.name == name && each.is_kind == wanted) out.insert(each.selectors.begin(), each.selectors.end());
  return out;
}

std::string listed(const std::set<std::string>& all) {
  std::string out;
  for (const auto& each : all) out += (out.empty() ? "" : ", ") + each;
  return out;
}

// Categories that whole numbers up to 1000 have: Spanish has "many" for millions only, and no notice needs
// it.
std::set<std::string> categories_in_use(const std::string& icu_locale) {
  UErrorCode failed = U_ZERO_ERROR;
  std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale::createCanonical(icu_locale.c_str()), failed));
  if (U_FAILURE(failed)) throw std::runtime_error("ICU has no plural rules for " + icu_locale);
  std::set<std::string> out{"other"};
  for (std::int32_t n = 0; n <= 1000; ++n) {
    std::string category;
    rules->select(n).toUTF8String(category);
    out.insert(category);
  }
  return out;
}
} // namespace

void check_placeholders(const words::library&, const text_pair& one, reporter& to) {
  auto asked = names(one.message), wanted = names(one.source);
  for (const auto& each : wanted)
    if (!asked.contains(each))
      to.add("placeholders", one.in, one.where, one.text.key, "{" + each + "} is missing");
  for (const auto& argument : one.source.arguments()) {
    if (argument.is_kind != kind::select || one.is_source()) continue;
    auto want = selectors(one.source, argument.name, kind::select),
         have = selectors(one.message, argument.name, kind::select);
    if (want != have)
      to.add("select", one.in, one.where, one.text.key,
             "{" + argument.name + "} chooses between " + listed(have) + "; the source: " + listed(want));
  }
}

void check_plural(const words::library&, const text_pair& one, reporter& to) {
  for (const auto& argument : one.message.arguments()) {
    if (argument.is_kind != kind::plural) continue;
    std::set<std::string> have;
    for (const auto& each : argument.selectors)
      if (!each.starts_with('=')) have.insert(each);
    auto want = categories_in_use(one.in.about().icu_locale);
    std::set<std::string> missing, extra;
    std::ranges::set_difference(want, have, std::inserter(missing, missing.end()));
    std::ranges::set_difference(have, want, std::inserter(extra, extra.end()));
    extra.erase("many"); // of millions
    if (!missing.empty())
      to.add("plural", one.in, one.where, one.text.key,
             "{" + argument.name + "} has no branch " + listed(missing));
    if (!extra.empty())
      to.add("plural", one.in, one.where, one.text.key,
             "{" + argument.name + "}: the language has no category " + listed(extra));
  }
}

} // namespace kotobashi::langpack

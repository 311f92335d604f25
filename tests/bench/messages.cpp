#include "tests/bench/messages.hpp"

#include "server/text/pack.hpp"
#include "server/text/ruby.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <unicode/locid.h>

#include <fstream>
#include <stdexcept>

namespace kotobashi::bench {

namespace {
std::string message(const words::pack& in, words::section where, const std::string& key) {
  const auto* found = in.find(where, key);
  if (!found) throw std::runtime_error(in.about().tag + " has no " + key);
  return in.has_ruby() ? words::without_ruby(found->text) : found->text;
}

std::string bcp47(const std::string& icu_locale) {
  UErrorCode failed = U_ZERO_ERROR;
  auto out = icu::Locale::createCanonical(icu_locale.c_str()).toLanguageTag<std::string>(failed);
  if (U_FAILURE(failed)) throw std::runtime_error("no language tag for " + icu_locale);
  return out;
}

boost::json::object terms(const words::pack& in, const earthquake& facts) {
  boost::json::object out;
  auto add = [&](const std::string& key) { out[key] = message(in, words::section::terms, key); };
  add("intensity." + facts.intensity);
  for (const auto& code : facts.areas) add("area." + code);
  return out;
}
} // namespace

void write_messages(const std::string& file, const words::library& from, const earthquake& facts,
                    const std::string& time_zone,
                    const std::map<std::string, std::vector<std::string>>& phrases,
                    const std::map<std::string, std::vector<std::string>>& texts) {
  boost::json::array languages;
  for (const auto& [tag, keys] : phrases) {
    const words::pack& in = *from.find_pack(tag);
    boost::json::array lines;
    for (std::size_t i = 0; i < keys.size(); ++i)
      lines.push_back(boost::json::object{{"message", message(in, words::section::phrases, keys[i])},
                                          {"text", texts.at(tag).at(i)}});
    languages.push_back(boost::json::object{
        {"locale", bcp47(in.about().icu_locale)},
        {"rtl", in.about().direction == words::direction::rtl},
        {"list", in.about().list},
        {"qualified", message(in, words::section::terms, "number." + facts.magnitude_qualifier)},
        {"terms", terms(in, facts)},
        {"lines", std::move(lines)}});
  }
  boost::json::object said{{"occurred_at", to_rfc3339(facts.occurred_at)},
                           {"intensity", facts.intensity},
                           {"areas", boost::json::array(facts.areas.begin(), facts.areas.end())},
                           {"magnitude", facts.magnitude},
                           {"time_zone", time_zone}};
  std::ofstream out(file);
  out << boost::json::serialize(
      boost::json::object{{"facts", std::move(said)}, {"languages", std::move(languages)}});
  if (!out.flush()) throw std::runtime_error("cannot write " + file);
}

} // namespace kotobashi::bench

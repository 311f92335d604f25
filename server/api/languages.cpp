#include "server/api/languages.hpp"

#include "server/web/accept_language.hpp"

namespace kotobashi::api {

std::string language_of(const words::library& texts, const call& from) {
  if (auto asked = from.parameter("lang"); asked && texts.find_language(*asked)) return std::string(*asked);
  auto wanted = web::wanted_languages(texts, from.accept_language);
  return wanted.empty() ? std::string(words::source_language) : wanted.front()->tag;
}

std::string area_name(const words::library& texts, std::string_view language, const std::string& code) {
  const std::string key = "area." + code;
  if (auto name = texts.term(language, key)) return *name;
  return texts.term(words::source_language, key).value_or(code);
}

} // namespace kotobashi::api

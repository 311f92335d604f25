#include "server/roster/vocabulary.hpp"

#include "server/text/search.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

namespace kotobashi::roster {

namespace {
// Names of every language that ICU knows, folded, in Japanese and English. 600 languages, so made once.
const std::map<std::string, std::string>& icu_names() {
  static const std::map<std::string, std::string> names = [] {
    std::map<std::string, std::string> all;
    for (const char* const* code = uloc_getISOLanguages(); *code; ++code) {
      icu::Locale language(*code);
      for (const icu::Locale& in : {icu::Locale::getJapanese(), icu::Locale::getEnglish()}) {
        icu::UnicodeString name;
        std::string utf8;
        language.getDisplayLanguage(in, name).toUTF8String(utf8);
        if (utf8 != *code) all.try_emplace(fold(utf8), *code);
      }
    }
    return all;
  }();
  return names;
}

// The canonical form of a tag whose language ICU has a name for; nothing for anything else.
std::optional<std::string> canonical(std::string_view text) {
  if (!valid_language_tag(text)) return std::nullopt;
  std::array<char, 64> locale{}, tag{};
  UErrorCode failed = U_ZERO_ERROR;
  std::int32_t read = 0;
  uloc_forLanguageTag(std::string(text).c_str(), locale.data(), static_cast<std::int32_t>(locale.size()),
                      &read, &failed);
  if (U_FAILURE(failed) || read != static_cast<std::int32_t>(text.size())) return std::nullopt;
  uloc_toLanguageTag(locale.data(), tag.data(), static_cast<std::int32_t>(tag.size()), true, &failed);
  if (U_FAILURE(failed)) return std::nullopt;
  icu::Locale of(locale.data());
  icu::UnicodeString name;
  of.getDisplayLanguage(icu::Locale::getEnglish(), name);
  if (name == icu::UnicodeString::fromUTF8(of.getLanguage()) || name.isEmpty()) return std::nullopt;
  return std::string(tag.data());
}

known_language same(const std::string& tag) {
  return {{language_tag(tag)}, {language_tag(tag)}};
}

// Without marks around it and what stands in brackets behind it.
std::string bare(std::string_view header) {
  std::string folded = fold(header), kept;
  constexpr std::string_view marks = "*.:_-#()[]'\"/";
  int depth = 0;
  for (char c : folded) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0 && marks.find(c) == marks.npos) kept += c;
    if (c == ')' || c == ']') --depth;
  }
  for (std::string_view mark : {"※", "●", "○", "★", "・", "】", "【"}) {
    for (auto at = kept.find(mark); at != kept.npos; at = kept.find(mark)) kept.erase(at, mark.size());
  }
  return kept;
}
} // namespace

bool is_language(std::string_view tag) {
  return canonical(tag).has_value();
}

std::string fold(std::string_view text) {
  auto folded = words::search_fold(text);
  std::erase(folded, ' ');
  return folded;
}

void vocabulary::add_language(known_language language, const std::vector<std::string>& names) {
  if (names.empty()) return;
  if (language.spoken.size() == 1) spoken_names_.try_emplace(language.spoken[0].value, names[0]);
  if (language.written.size() == 1) written_names_.try_emplace(language.written[0].value, names[0]);
  for (const auto& name : names) languages_.try_emplace(fold(name), language);
}

std::optional<known_language> vocabulary::language(std::string_view name) const {
  auto folded = fold(name);
  if (auto at = languages_.find(folded); at != languages_.end()) return at->second;
  if (auto at = icu_names().find(folded); at != icu_names().end()) {
    // 標準中国語 and its like: what the file says of the tag counts.
    auto by_tag = languages_.find(fold(at->second));
    return by_tag != languages_.end() ? by_tag->second : same(at->second);
  }
  if (auto tag = canonical(folded)) return same(*tag);
  return std::nullopt;
}

std::string vocabulary::spoken_name(const language_tag& tag) const {
  auto at = spoken_names_.find(tag.value);
  return at == spoken_names_.end() ? tag.value : at->second;
}

std::string vocabulary::written_name(const language_tag& tag) const {
  auto at = written_names_.find(tag.value);
  return at == written_names_.end() ? tag.value : at->second;
}

std::optional<column> vocabulary::header(std::string_view text) const {
  if (auto exact = columns.find(fold(text))) return exact;
  auto rest = bare(text);
  if (rest.empty()) return std::nullopt;
  for (const auto& [word, value] : columns.all())
    if (bare(word) == rest) return value;
  return std::nullopt;
}

} // namespace kotobashi::roster

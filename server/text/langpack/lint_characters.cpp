#include "server/text/langpack/text_pair.hpp"
#include "server/text/ruby.hpp"
#include "server/text/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

namespace kotobashi::langpack {

namespace {
using words::to_code_points;

// ISO 15924 codes of several scripts, and what stands for one alone.
std::set<UScriptCode> scripts_of(const std::string& iso) {
  if (iso == "Jpan") return {USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HAN};
  if (iso == "Hans" || iso == "Hant") return {USCRIPT_HAN};
  if (iso == "Kore") return {USCRIPT_HANGUL};
  std::array<UScriptCode, 4> codes{};
  UErrorCode failed = U_ZERO_ERROR;
  auto count = uscript_getCode(iso.c_str(), codes.data(), static_cast<std::int32_t>(codes.size()), &failed);
  if (U_FAILURE(failed)) return {};
  return {codes.begin(), codes.begin() + count};
}

UScriptCode script_of(char32_t c) {
  UErrorCode failed = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &failed);
}

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_japanese(const text_pair& one) {
  return one.in.has_ruby();
}

// Japanese words may stand in brackets, so that they can be shown to someone: "disaster certificate
// (り災証明書)".
std::u32string without_brackets(std::string_view text) {
  std::u32string out;
  int depth = 0;
  for (char32_t c : to_code_points(text)) {
    if (c == U'(' || c == U'（') ++depth;
    if (depth == 0) out += c;
    if (c == U')' || c == U'）') depth = std::max(0, depth - 1);
  }
  return out;
}
} // namespace

// Latin letters stand everywhere, for names and Wi-Fi; a whole text in them does not.
void check_script(const words::library&, const text_pair& one, reporter& to) {
  auto own = scripts_of(one.in.about().script);
  for (const auto& text : one.says) {
    std::size_t letters = 0, own_letters = 0;
    for (char32_t c : without_brackets(text)) {
      auto script = script_of(c);
      if (!is_letter(c) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
      ++letters;
      if (own.contains(script)) ++own_letters;
      bool kana = script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA; // a matter of leftovers
      if (own.contains(script) || script == USCRIPT_LATIN || kana) continue;
      return to.add("script", one.in, one.where, one.text.key,
                    words::to_utf8(std::u32string(1, c)) + " is not of the language's script " +
                        one.in.about().script);
    }
    bool own_is_latin = own.contains(USCRIPT_LATIN);
    if (letters >= 16 && own_letters == 0 && !own_is_latin) // a name may be shorter
      return to.add("script", one.in, one.where, one.text.key,
                    "nothing of it is in the script " + one.in.about().script);
  }
}

void check_leftovers(const words::library& all, const text_pair& one, reporter& to) {
  if (is_japanese(one)) return;
  for (const auto& text : one.says)
    for (char32_t c : without_brackets(text))
      if (words::is_hiragana(c) || (words::is_katakana(c) && c != U'ー'))
        return to.add("leftover", one.in, one.where, one.text.key,
                      "Japanese: " + words::to_utf8(std::u32string(1, c)));
  auto own = scripts_of(one.in.about().script);
  const auto* source = all.source().find(one.where, one.text.key);
  bool same = source && source->text == one.text.text;
  auto points = to_code_points(one.text.text);
  bool han = std::ranges::any_of(points, words::is_kanji);
  if (same && han && !own.contains(USCRIPT_HAN))
    to.add("untranslated", one.in, one.where, one.text.key, "the same as the source");
}

void check_isolates(const words::library&, const text_pair& one, reporter& to) {
  for (const auto& text : one.says) {
    int open = 0;
    for (char32_t c : to_code_points(text)) {
      if (c >= 0x2066 && c <= 0x2068) ++open;
      if (c == 0x2069 && --open < 0) break;
    }
    if (open != 0) return to.add("isolates", one.in, one.where, one.text.key, "isolates are not balanced");
  }
}

void check_ruby(const words::library&, const text_pair& one, reporter& to) {
  if (!is_japanese(one)) return;
  if (auto mistake = words::ruby_mistake(one.text.text); !mistake.empty())
    to.add("ruby", one.in, one.where, one.text.key, mistake);
}

// ' before { } # | and ' quotes, as ICU reads it; anywhere else it is an apostrophe that was meant as U+2019.
void check_apostrophes(const words::library&, const text_pair& one, reporter& to) {
  const std::string& text = one.text.text;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\'') continue;
    char next = i + 1 < text.size() ? text[i + 1] : ' ';
    if (next == '\'') {
      ++i;
      continue;
    }
    bool opens = std::string_view("{}#|").find(next) != std::string_view::npos;
    if (!quoted && !opens)
      return to.add("apostrophe", one.in, one.where, one.text.key,
                    "ASCII ' only quotes; the apostrophe is \u2019");
    quoted = !quoted;
  }
}

} // namespace kotobashi::langpack

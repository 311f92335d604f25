#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Text as runs, which every channel turns into its own form. JSON (server/model/json.hpp: json::write,
// json::read_as):
// [{text, language, direction, ruby?, parameter?, changed?}], a body is a list of such lists.
namespace kotobashi::words {

enum class direction { ltr, rtl };
BOOST_DESCRIBE_ENUM(direction, ltr, rtl)

// Text of one language. A run with `parameter` is a value that somebody or the system put in: it is isolated,
// so that it and the words around it cannot turn each other around.
struct run {
  std::string text;
  std::string language; // BCP 47
  words::direction direction{};
  std::optional<std::string> ruby;      // reading of the whole text, in kana
  std::optional<std::string> parameter; // the topic's parameter that it comes from
  std::optional<bool> changed = {};     // a correction brought it (server/text/changes.hpp)
  bool operator==(const run&) const = default;
};
BOOST_DESCRIBE_STRUCT(run, (), (text, language, direction, ruby, parameter, changed))

using paragraph = std::vector<run>;

// HTML, escaped for content and for quoted attributes. Values stand in <bdi lang dir>, other runs in <span
// lang> where their language is not the surrounding one. Ruby as
// <ruby><rb>…</rb><rp>（</rp><rt>…</rt><rp>）</rp></ruby>: old browsers show brackets. What was changed
// stands in <ins>.
std::string to_html(std::span<const run> runs, std::string_view surrounding_language);
// One <p> a paragraph.
std::string to_html(std::span<const paragraph> body, std::string_view surrounding_language);
std::string escape_html(std::string_view text);

// Plain text. In right-to-left text values are wrapped in FSI … PDI (U+2068, U+2069; LRI or RLI where the
// first strong character would say the wrong direction); in left-to-right text nothing is added. Ruby is left
// out.
std::string to_plain(std::span<const run> runs, words::direction surrounding);
// One line a paragraph, no newline at the end.
std::string to_plain(std::span<const paragraph> body, words::direction surrounding);

} // namespace kotobashi::words

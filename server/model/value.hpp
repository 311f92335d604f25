#pragma once

#include <boost/describe/class.hpp>

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Value types: strings that know what they may hold. They are checked when they are read (json.hpp), and
// their kind decides how the record is stored, described in the OpenAPI document and shown.
namespace kotobashi {

// Text that a person typed: well-formed UTF-8, at most Max code points, no U+0000, no control characters but
// newline and tab, no direction overrides left unclosed (see server/text for what is isolated when it is
// shown).
template <std::size_t Max>
struct text {
  static constexpr std::size_t max = Max;
  std::string value{};
  text() = default;
  text(std::string from) : value(std::move(from)) {}
  text(const char* from) : value(from) {}
  operator const std::string&() const { return value; }
  bool empty() const { return value.empty(); }
  auto operator<=>(const text&) const = default;
};

// Personal data: stands in rows that can be purged, never in logs, URLs, audit lines or events. Reading it
// takes a word.
template <class T>
struct personal {
  T secret{};
  personal() = default;
  personal(T from) : secret(std::move(from)) {}
  const T& reveal() const { return secret; }
  auto operator<=>(const personal&) const = default;
};

// The identifier of a record of kind Of: UUIDv7 text, lower case. Empty means none.
template <class Of>
struct id {
  std::string value{};
  bool empty() const { return value.empty(); }
  auto operator<=>(const id&) const = default;
};

// A BCP 47 tag, canonical: "ja-simple", "zh-Hans", "und". Whether a pack exists for it is another question.
struct language_tag {
  std::string value{};
  language_tag() = default;
  language_tag(std::string from) : value(std::move(from)) {}
  language_tag(const char* from) : value(from) {}
  bool empty() const { return value.empty(); }
  auto operator<=>(const language_tag&) const = default;
};

// Well-formed UTF-8 without U+0000?
bool valid_utf8(std::string_view text);
// Code points in well-formed UTF-8.
std::size_t code_points(std::string_view text);
bool valid_language_tag(std::string_view text);
bool valid_uuid(std::string_view text);

} // namespace kotobashi

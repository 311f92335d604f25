#include "server/bulletin/xml_guard.hpp"

#include "server/model/value.hpp"
#include "server/model/visible.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace kotobashi::bulletins {

namespace {
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with_no_case(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::ranges::equal(text.substr(0, word.size()), word,
                            [](char a, char b) { return lower(a) == lower(b); });
}

refusal not_well_formed(std::string_view what) {
  return refuse(refusal_code::malformed, "this is not well-formed XML: " + std::string(what));
}

// The value of encoding="…" in the declaration; nothing where there is none.
std::optional<std::string_view> declared_encoding(std::string_view file) {
  if (!file.starts_with("<?xml")) return std::nullopt;
  auto declaration = file.substr(0, file.find("?>"));
  auto at = declaration.find("encoding");
  if (at == declaration.npos) return std::nullopt;
  auto open = declaration.find_first_of("'\"", at);
  if (open == declaration.npos) return std::nullopt;
  auto close = declaration.find(declaration[open], open + 1);
  if (close == declaration.npos) return std::nullopt;
  return declaration.substr(open + 1, close - open - 1);
}

bool is_utf8(std::string_view encoding) {
  return encoding.size() == 5 && starts_with_no_case(encoding, "utf-8");
}

// Past the end of the construct at the front that `end` closes; nothing where it never ends.
std::optional<std::string_view> after(std::string_view text, std::string_view end, std::size_t from) {
  auto at = text.find(end, from);
  if (at == text.npos) return std::nullopt;
  return text.substr(at + end.size());
}

// Length of the tag at the front with its '>'; a '>' in a quoted value does not end it.
std::optional<std::size_t> tag_length(std::string_view text) {
  char quote = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quote) {
      if (text[i] == quote) quote = 0;
    } else if (text[i] == '"' || text[i] == '\'') {
      quote = text[i];
    } else if (text[i] == '>') {
      return i + 1;
    }
  }
  return std::nullopt;
}

class counter {
public:
  explicit counter(const xml_limits& limits) : limits_(limits) {}

  result<void> walk(std::string_view text) {
    for (auto at = text.find('<'); at != text.npos; at = text.find('<')) {
      auto rest = step(text.substr(at));
      if (!rest) return rest.error();
      text = *rest;
    }
    return {};
  }

private:
  // What follows the markup at the front.
  result<std::string_view> step(std::string_view text) {
    if (text.starts_with("<!--")) return skipped(text, "-->", 4, "a comment never ends");
    if (text.starts_with("<![CDATA[")) return skipped(text, "]]>", 9, "a CDATA section never ends");
    if (text.starts_with("<?")) return skipped(text, "?>", 2, "a processing instruction never ends");
    if (text.starts_with("<!")) {
      if (starts_with_no_case(text, "<!doctype"))
        return refuse(refusal_code::malformed,
                      "this file has a DOCTYPE, which telegrams never have; it is not read");
      return not_well_formed("markup declarations are not allowed here");
    }
    auto length = tag_length(text);
    if (!length) return not_well_formed("a tag never ends");
    if (auto counted = count(text.substr(0, *length)); !counted) return counted.error();
    return text.substr(*length);
  }

  static result<std::string_view> skipped(std::string_view text, std::string_view end, std::size_t from,
                                          std::string_view otherwise) {
    if (auto rest = after(text, end, from)) return *rest;
    return not_well_formed(otherwise);
  }

  result<void> count(std::string_view tag) {
    if (tag.starts_with("</")) {
      if (depth_ > 0) --depth_;
      return {};
    }
    if (++elements_ > limits_.elements)
      return refuse(refusal_code::too_large,
                    "more than " + std::to_string(limits_.elements) + " elements; no telegram has as many");
    if (tag.ends_with("/>")) return {};
    if (++depth_ > limits_.depth)
      return refuse(refusal_code::malformed, "elements stand in each other deeper than " +
                                                 std::to_string(limits_.depth) +
                                                 " levels; no telegram is like that");
    return {};
  }

  const xml_limits& limits_;
  std::size_t depth_ = 0, elements_ = 0;
};
} // namespace

result<std::string_view> guard_xml(std::string_view file, const xml_limits& limits) {
  if (file.size() > limits.bytes)
    return refuse(refusal_code::too_large,
                  "a telegram has at most " + std::to_string(limits.bytes / 1024 / 1024) + " MB");
  if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
  if (file.starts_with("\xFF\xFE") || file.starts_with("\xFE\xFF") ||
      file.substr(0, 2) == std::string_view("<\0", 2) || file.substr(0, 2) == std::string_view("\0<", 2))
    return refuse(refusal_code::unsupported, "this file is UTF-16; telegrams are UTF-8");
  if (auto encoding = declared_encoding(file); encoding && !is_utf8(*encoding))
    return refuse(refusal_code::unsupported,
                  "this file says that it is " + std::string(beginning(*encoding, 40)) +
                      "; telegrams are UTF-8. Save it as UTF-8, with encoding=\"UTF-8\" in its first line");
  if (!valid_utf8(file)) return refuse(refusal_code::malformed, "this file is not UTF-8 text");
  if (file.find_first_not_of(" \t\r\n") == file.npos)
    return refuse(refusal_code::malformed, "this file is empty");
  if (auto counted = counter(limits).walk(file); !counted) return counted.error();
  return file;
}

} // namespace kotobashi::bulletins

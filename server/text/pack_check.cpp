#include "server/text/pack_check.hpp"

#include "server/text/arb.hpp"
#include "server/text/toml_reader.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>

namespace kotobashi::words {

namespace {
constexpr std::array<section, 3> sections = {section::phrases, section::terms, section::pages};

bool is_name(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// Of a text that has nothing but names in braces, and no quotes.
std::optional<std::vector<std::string_view>> plain_names(std::string_view text) {
  std::vector<std::string_view> out;
  for (;;) {
    auto at = std::ranges::find_if(text, [](char c) { return c == '{' || c == '}' || c == '\''; });
    if (at == text.end()) return out;
    text.remove_prefix(static_cast<std::size_t>(at - text.begin()));
    auto end = text.find('}');
    if (text.front() != '{' || end == text.npos) return std::nullopt;
    out.push_back(text.substr(1, end - 1));
    if (!is_name(out.back())) return std::nullopt;
    text.remove_prefix(end + 1);
  }
}

class checker {
public:
  checker(const pack& in, const pack& source, std::vector<problem>& found)
      : in_(in), source_(source), found_(found) {}

  void check_files() {
    auto exists = [&](section each) { return std::filesystem::exists(in_.directory() / file_of(each)); };
    if (std::ranges::none_of(sections, exists)) return;
    for (section each : sections)
      if (!exists(each))
        found_.push_back(
            {(in_.directory() / file_of(each)).string(), {}, 0, "the file is missing; the pack has others"});
  }

  void check_texts(section where) {
    auto originals = source_.all(where);
    for (std::size_t i = 0; i < originals.size(); ++i) {
      const entry* text = in_.translation(where, i);
      if (!text || is_plainly_right(text->text, originals[i].text)) continue;
      const compiled* asked = &in_ == &source_ ? nullptr : &source_.made(originals[i], nullptr);
      if (asked && asked->message.error()) continue; // reported of the source
      if (const auto& error = in_.made(*text, asked).message.error()) add(where, text->key, error->what);
    }
  }

private:
  void add(section where, const std::string& key, const std::string& what) {
    auto file = in_.directory() / file_of(where);
    auto& bytes = bytes_.at(static_cast<std::size_t>(where));
    std::vector<problem> ignored; // it was read a moment ago
    if (bytes.empty()) bytes = read_file(file, ignored).value_or("");
    found_.push_back({file.string(), key, line_of(bytes, key), what});
  }

  const pack& in_;
  const pack& source_;
  std::vector<problem>& found_;
  std::array<std::string, 3> bytes_; // read again for the lines of what is wrong
};
} // namespace

bool is_plainly_right(std::string_view text, std::string_view source) {
  if (unwanted_character(text)) return false;
  auto names = plain_names(text);
  if (!names) return false;
  if (names->empty()) return true;
  auto known = plain_names(source);
  return known && std::ranges::all_of(*names, [&](std::string_view each) {
           return std::ranges::find(*known, each) != known->end();
         });
}

void check_pack(const pack& in, const pack& source, std::vector<problem>& found) {
  checker one(in, source, found);
  one.check_files();
  for (section each : sections) one.check_texts(each);
}

} // namespace kotobashi::words

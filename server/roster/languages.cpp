#include "server/roster/languages.hpp"

#include "server/text/search.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>

namespace kotobashi::roster {

namespace {
// Full width as half and so on, case and kana as they are.
std::string nfkc(std::string_view text) {
  UErrorCode failed = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(failed);
  std::string out;
  normalizer
      ->normalize(
          icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
          failed)
      .toUTF8String(out);
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\n";
  auto first = text.find_first_not_of(space);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

// Splits outside of brackets at any of `separators`.
std::vector<std::string> split(std::string_view text, const std::vector<std::string_view>& separators) {
  std::vector<std::string> parts;
  std::string part;
  int depth = 0;
  auto finish = [&] {
    if (auto kept = trimmed(part); !kept.empty()) parts.emplace_back(kept);
    part.clear();
  };
  while (!text.empty()) {
    if (text.front() == '(' || text.front() == '[') ++depth;
    if ((text.front() == ')' || text.front() == ']') && depth > 0) --depth;
    auto at = std::ranges::find_if(separators, [&](std::string_view each) { return text.starts_with(each); });
    if (depth == 0 && at != separators.end()) {
      finish();
      text.remove_prefix(at->size());
      continue;
    }
    part += text.front();
    text.remove_prefix(1);
  }
  finish();
  return parts;
}

// "中国語(簡体字)(母語)" and "ネパール語:母語" as name and remarks.
std::vector<std::string> name_and_remarks(std::string_view text) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (std::string_view("()[]:=").find(c) != std::string_view::npos)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  for (auto& each : parts) each = trimmed(each);
  std::erase_if(parts, [](const auto& each) { return each.empty(); });
  return parts;
}

struct one_language {
  known_language language;
  kotobashi::level level{};
  bool unsure = false;
};

class part_reader {
public:
  explicit part_reader(const vocabulary& words) : words_(words) {}

  std::optional<one_language> read(std::string_view text) const {
    if (auto whole = words_.language(text)) return one_language{*whole};
    auto parts = name_and_remarks(text);
    if (parts.empty()) return std::nullopt;
    std::string name = parts.front();
    parts.erase(parts.begin());
    auto found = by_name_and_remark(name, parts);
    if (!found) found = by_name_and_level(name);
    if (found) take_level(parts, *found);
    return found;
  }

private:
  // A remark may belong to the name: 中国語（簡体字）, 中国語:広東語.
  std::optional<one_language> by_name_and_remark(const std::string& name,
                                                 std::vector<std::string>& remarks) const {
    for (auto each = remarks.begin(); each != remarks.end(); ++each) {
      if (auto language = words_.language(name + "(" + *each + ")")) {
        remarks.erase(each);
        return one_language{*language};
      }
    }
    if (auto language = words_.language(name)) return one_language{*language};
    return std::nullopt;
  }

  // "英語 上級", "英語-上級", "英語上級".
  std::optional<one_language> by_name_and_level(const std::string& text) const {
    auto folded = fold(text);
    for (const auto& [word, level] : words_.levels.all()) {
      if (!folded.ends_with(word)) continue;
      auto name = folded.substr(0, folded.size() - word.size());
      while (name.ends_with('-')) name.pop_back();
      if (auto language = words_.language(name)) return one_language{*language, level};
    }
    return std::nullopt;
  }

  void take_level(const std::vector<std::string>& remarks, one_language& to) const {
    for (const auto& remark : remarks) {
      if (auto level = words_.levels.find(fold(remark))) {
        to.level = std::max(to.level, *level);
      } else {
        to.unsure = true;
      }
    }
  }

  const vocabulary& words_;
};

void merge(std::vector<language_skill>& to, const std::vector<language_tag>& tags, level level) {
  for (const auto& tag : tags) {
    auto at = std::ranges::find(to, tag, &language_skill::language);
    if (at == to.end())
      to.push_back({tag, level});
    else
      at->level = std::max(at->level, level);
  }
}

std::string write(const std::vector<language_skill>& skills, const vocabulary& words, auto name_of) {
  std::string cell;
  for (const auto& skill : skills) {
    if (!cell.empty()) cell += "、";
    cell += name_of(skill.language);
    if (skill.level != level::unknown) cell += "：" + words.levels.label(skill.level);
  }
  return cell;
}
} // namespace

std::vector<std::string> parts_of(std::string_view cell) {
  // U+3001 stays as it is under NFKC; its half-width form, commas and slashes fold to these.
  return split(nfkc(cell), {"、", ",", ";", "/", "|", "\n", "&", "。"});
}

languages_reading read_languages(std::string_view cell, const vocabulary& words) {
  languages_reading all;
  part_reader reader(words);
  auto take = [&](const one_language& one, const std::string& part) {
    merge(all.spoken, one.language.spoken, one.level);
    merge(all.written, one.language.written, one.level);
    if (one.unsure) all.unsure.push_back(part);
  };
  for (const auto& part : parts_of(cell)) {
    // 韓国・朝鮮語 is one language, 英語・仏語 are two, and so with spaces.
    auto smaller = words.language(part) ? std::vector{part} : split(part, {"・", " "});
    if (!std::ranges::all_of(smaller, [&](const auto& each) { return reader.read(each).has_value(); }))
      smaller = {part};
    for (const auto& each : smaller) {
      if (auto one = reader.read(each))
        take(*one, each);
      else
        all.unknown.push_back(each);
    }
  }
  return all;
}

std::string write_spoken(const std::vector<language_skill>& skills, const vocabulary& words) {
  return write(skills, words, [&](const auto& tag) { return words.spoken_name(tag); });
}

std::string write_written(const std::vector<language_skill>& skills, const vocabulary& words) {
  return write(skills, words, [&](const auto& tag) { return words.written_name(tag); });
}

} // namespace kotobashi::roster

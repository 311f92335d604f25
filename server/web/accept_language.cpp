#include "server/web/accept_language.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

namespace kotobashi::web {

namespace {
constexpr std::size_t most_wishes = 20; // a header may be long; a person's list is not

struct wish {
  std::string tag; // lower case
  double weight = 1;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

wish read_wish(std::string_view item) {
  wish out;
  auto semicolon = item.find(';');
  out.tag = lowered(trimmed(item.substr(0, semicolon)));
  if (semicolon == item.npos) return out;
  std::string_view rest = trimmed(item.substr(semicolon + 1));
  if (!rest.starts_with("q=")) return out;
  auto read = std::from_chars(rest.data() + 2, rest.data() + rest.size(), out.weight);
  if (read.ec != std::errc{}) out.weight = 0;
  return out;
}

std::vector<wish> read_wishes(std::string_view header) {
  std::vector<wish> out;
  while (!header.empty() && out.size() < most_wishes) {
    auto comma = std::min(header.find(','), header.size());
    wish one = read_wish(header.substr(0, comma));
    if (!one.tag.empty() && one.weight > 0) out.push_back(std::move(one));
    header.remove_prefix(std::min(comma + 1, header.size()));
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, &wish::weight);
  return out;
}

// Browsers name regions and old codes where packs name scripts.
std::string pack_tag(std::string tag) {
  auto is = [&](std::string_view start) {
    return tag == start || (tag.starts_with(start) && tag[start.size()] == '-');
  };
  for (std::string_view hant : {"zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue"})
    if (is(hant)) return "zh-hant";
  if (is("zh") || is("cmn")) return "zh-hans";
  if (is("tl")) return "fil";
  if (is("in")) return "id";
  return tag;
}

const words::language* closest(const words::library& library, std::string tag) {
  while (true) {
    for (const words::language& one : library.languages())
      if (lowered(one.tag) == tag) return &one;
    auto hyphen = tag.rfind('-');
    if (hyphen == tag.npos) return nullptr;
    tag.resize(hyphen);
  }
}
} // namespace

std::vector<const words::language*> wanted_languages(const words::library& library,
                                                     std::string_view accept_language) {
  std::vector<const words::language*> out;
  for (const wish& one : read_wishes(accept_language)) {
    const words::language* found = closest(library, pack_tag(one.tag));
    if (found && std::ranges::find(out, found) == out.end()) out.push_back(found);
  }
  return out;
}

} // namespace kotobashi::web

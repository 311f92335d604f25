#include "server/domain/languages.hpp"

#include <algorithm>
#include <array>

namespace kotobashi::domain {

namespace {
std::string_view primary(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

bool has_subtag(std::string_view tag, std::string_view subtag) {
  while (true) {
    auto dash = tag.find('-');
    if (tag.substr(0, dash) == subtag) return true;
    if (dash == tag.npos) return false;
    tag.remove_prefix(dash + 1);
  }
}

// Tags of one language.
struct same {
  std::string_view tag, as;
};
constexpr std::array aliases{same{"cmn", "zh"}, same{"tl", "fil"}, same{"in", "id"}, same{"iw", "he"}};

std::string_view language(std::string_view tag) {
  auto first = primary(tag);
  auto found = std::ranges::find(aliases, first, &same::tag);
  return found == aliases.end() ? first : found->as;
}

// "Hans", "Hant" or nothing; a region says it as well.
std::string_view han_script(std::string_view tag) {
  for (std::string_view traditional : {"Hant", "TW", "HK", "MO"}) {
    if (has_subtag(tag, traditional)) return "Hant";
  }
  for (std::string_view simplified : {"Hans", "CN", "SG"}) {
    if (has_subtag(tag, simplified)) return "Hans";
  }
  return {};
}
} // namespace

bool spoken_serves(std::string_view known, std::string_view wanted) {
  return language(known) == language(wanted);
}

bool written_serves(std::string_view known, std::string_view wanted) {
  if (language(known) != language(wanted)) return false;
  if (language(wanted) != "zh") return true;
  auto has = han_script(known), needs = han_script(wanted);
  return has.empty() || needs.empty() || has == needs;
}

bool speaks(const volunteer& person, const language_tag& wanted, request_kind kind) {
  bool on_paper = kind == request_kind::translate || kind == request_kind::check;
  auto serves = on_paper ? written_serves : spoken_serves;
  const auto& known = on_paper ? person.written : person.spoken;
  return std::ranges::any_of(
      known, [&](const language_skill& one) { return serves(one.language.value, wanted.value); });
}

} // namespace kotobashi::domain

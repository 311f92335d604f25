#include "server/text/plain_japanese.hpp"

#include "server/text/plain_rules.hpp"
#include "server/text/ruby.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kotobashi::words {

namespace {
constexpr std::size_t good_morae = 24, most_morae = 30;
constexpr std::ptrdiff_t most_kanji = 4;

constexpr std::array<std::pair<const char*, plain_rule>, 14> everywhere = {
    {{"ruby", find_kanji_without_ruby},
     {"spaces", find_missing_space},
     {"wording", find_vague_wording},
     {"noun", find_noun_for_verb},
     {"keigo", find_keigo},
     {"passive", find_passive},
     {"causative", find_causative},
     {"double_negative", find_double_negative},
     {"onomatopoeia", find_onomatopoeia},
     {"katakana", find_hard_katakana},
     {"range", find_range_sign},
     {"clock", find_long_clock},
     {"era", find_era},
     {"romaji", find_romaji}}};

// A sentence as a whole; after a colon, which begins a list or steps, each item for itself.
std::vector<std::string> lengths_in(const std::string& outside) {
  if (outside.find("：") == outside.npos) return {outside};
  std::vector<std::string> out(1);
  for (char32_t c : to_code_points(outside)) {
    if (std::u32string_view(U"：、→・").find(c) == std::u32string_view::npos)
      append(out.back(), c);
    else
      out.emplace_back();
  }
  return out;
}

void check_length(const plain_sentence& in, std::vector<plain_finding>& found) {
  for (const auto& part : lengths_in(in.outside)) {
    auto length = morae(part);
    if (length > most_morae)
      found.push_back({"morae", in.at, std::to_string(length) + " morae"});
    else if (length > good_morae)
      found.push_back({"morae_hint", in.at, std::to_string(length) + " morae"});
    auto kanji =
        std::ranges::count_if(read_ruby(part), [](const ruby_piece& each) { return !each.ruby.empty(); });
    if (kanji > most_kanji) found.push_back({"kanji", in.at, std::to_string(kanji) + " words in kanji"});
  }
}
} // namespace

std::vector<plain_finding> check_plain_japanese(std::string_view text, bool sentences) {
  std::vector<plain_finding> found;
  for (const auto& each : plain_sentences(text)) {
    for (auto [rule, find] : everywhere)
      if (auto detail = find(each)) found.push_back({rule, each.at, std::move(*detail)});
    if (!sentences) continue;
    check_length(each, found);
    if (auto detail = find_other_ending(each)) found.push_back({"ending", each.at, std::move(*detail)});
  }
  return found;
}

} // namespace kotobashi::words

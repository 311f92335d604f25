#include "server/text/plain_rules.hpp"
#include "server/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

namespace kotobashi::words {

namespace {
std::optional<std::string> first_of(std::string_view text, std::initializer_list<std::string_view> words) {
  for (auto word : words)
    if (text.find(word) != text.npos) return std::string(word);
  return std::nullopt;
}

// Verb stems on the a-row before れ or せ that are neither passive nor causative.
constexpr std::array<std::u32string_view, 14> own_re = {U"こわ", U"はな",   U"なが",   U"わか", U"つか",
                                                        U"は",   U"あらわ", U"うま",   U"みだ", U"な",
                                                        U"た",   U"か",     U"おくら", U"わ"};
constexpr std::array<std::u32string_view, 8> own_se = {U"しら",     U"あわ",     U"まか",     U"すま",
                                                       U"といあわ", U"まちあわ", U"くみあわ", U"かさ"};

constexpr std::u32string_view a_row = U"あかがさざただなはばぱまやらわ";

bool starts_an_ending(std::u32string_view rest) {
  constexpr std::array<std::u32string_view, 6> endings = {U"ま", U"る", U"た", U"て", U"な", U"ば"};
  return std::ranges::any_of(endings, [&](auto each) { return rest.starts_with(each); });
}

// [a-row] + れ or せ + an ending of verbs, where what stands before is no verb of its own.
std::optional<std::string> find_suffix(const plain_sentence& in, char32_t sign,
                                       std::span<const std::u32string_view> own) {
  for (const auto& token : plain_tokens(in.reading)) {
    for (std::size_t i = 1; i + 1 < token.size(); ++i) {
      std::u32string_view whole = token, stem = whole.substr(0, i), rest = whole.substr(i + 1);
      if (whole[i] != sign || a_row.find(whole[i - 1]) == a_row.npos || !starts_an_ending(rest)) continue;
      if (std::ranges::find(own, stem) == own.end()) return to_utf8(token);
    }
  }
  return std::nullopt;
}
} // namespace

std::optional<std::string> find_vague_wording(const plain_sentence& in) {
  return first_of(in.close, {"恐れがあ", "恐れのあ", "おそれがあ", "おそれのあ", "可能性", "見込み", "見こみ",
                             "と思われ"});
}

std::optional<std::string> find_noun_for_verb(const plain_sentence& in) {
  return first_of(in.close, {"実施", "を行い", "を行う", "を行っ", "を行な", "をおこな", "の際"});
}

std::optional<std::string> find_keigo(const plain_sentence& in) {
  std::string close = in.close;
  constexpr std::string_view thanks = "ありがとうございま";
  if (auto at = close.find(thanks); at != close.npos) close.erase(at, thanks.size());
  if (auto found =
          first_of(close, {"いただ", "頂", "ございま", "申し上", "いたしま", "致しま", "ておりま", "でおりま",
                           "なさいま", "おっしゃ", "くださいますよう", "下さい", "ご覧"}))
    return found;
  auto tokens = plain_tokens(in.surface);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::u32string_view word = tokens[i];
    bool asks = word.ends_with(U"ください");
    if (asks) word.remove_suffix(4);
    if (asks && word.empty() && i > 0) word = tokens[i - 1];
    bool polite = word.size() > 1 && (word.starts_with(U'お') || word.starts_with(U'ご'));
    bool plain =
        word.ends_with(U'て') || word.ends_with(U'で') || word.ends_with(U'を') || word.ends_with(U'に');
    if (asks && polite && !plain) return to_utf8(word) + "ください";
  }
  return std::nullopt;
}

std::optional<std::string> find_passive(const plain_sentence& in) {
  return find_suffix(in, U'れ', own_re);
}
std::optional<std::string> find_causative(const plain_sentence& in) {
  return find_suffix(in, U'せ', own_se);
}

std::optional<std::string> find_double_negative(const plain_sentence& in) {
  return first_of(in.close, {"ないわけで", "ないことはあ", "ないことはな", "なくはな", "ないとは限",
                             "ないとはかぎ", "ざるを", "ずにはいら"});
}

// ABAB in kana: がたがた, グラグラ.
std::optional<std::string> find_onomatopoeia(const plain_sentence& in) {
  constexpr std::array<std::u32string_view, 13> ordinary = {
      U"いろいろ", U"ときどき", U"だんだん", U"まだまだ", U"そろそろ", U"たまたま",    U"いちいち",
      U"ますます", U"なかなか", U"べつべつ", U"つぎつぎ", U"もともと", U"ひとりひとり"};
  auto kana = [](char32_t c) { return is_hiragana(c) || is_katakana(c); };
  for (const auto& token : plain_tokens(in.surface)) {
    for (std::size_t i = 0; i + 4 <= token.size(); ++i) {
      std::u32string_view four = std::u32string_view(token).substr(i, 4);
      bool doubled =
          four.substr(0, 2) == four.substr(2) && four[0] != four[1] && std::ranges::all_of(four, kana);
      if (doubled && std::ranges::find(ordinary, four) == ordinary.end()) return to_utf8(four);
    }
  }
  return std::nullopt;
}

// Words that learners do not know from their own language or from daily life, unless they are explained right
// behind: ハザードマップ〈あぶない 所の 地図〉.
std::optional<std::string> find_hard_katakana(const plain_sentence& in) {
  constexpr auto words = std::to_array<std::string_view>(
      {"ライフライン", "インフラ", "ハザードマップ", "トリアージ", "デマ", "シェルター", "ライフジャケット",
       "ガイドライン", "フェーズ", "アラート", "ブロック塀", "コミュニティ", "キャンセル", "メンテナンス",
       "アクセス", "スムーズ"});
  for (auto each : words) {
    auto at = in.surface.find(each);
    if (at == in.surface.npos) continue;
    if (!std::string_view(in.surface).substr(at + each.size()).starts_with("〈")) return std::string(each);
  }
  return std::nullopt;
}

std::optional<std::string> find_range_sign(const plain_sentence& in) {
  return first_of(in.surface, {"〜", "～", "~"});
}

std::optional<std::string> find_era(const plain_sentence& in) {
  return first_of(in.close, {"令和", "平成", "昭和"});
}

} // namespace kotobashi::words

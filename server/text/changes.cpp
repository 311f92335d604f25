#include "server/text/changes.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace kotobashi::words {

namespace {
constexpr std::size_t most_cells = 1 << 20; // of the table of a comparison: texts of a thousand words
constexpr double alike = 0.5;

struct token {
  run piece;
  bool blank = false;
  bool fresh = false; // not in the text before
};

class splitter {
public:
  explicit splitter(std::string_view language) {
    UErrorCode failed = U_ZERO_ERROR;
    auto locale =
        icu::Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, failed);
    words_.reset(icu::BreakIterator::createWordInstance(locale, failed));
    if (U_FAILURE(failed)) throw std::runtime_error(std::string("ICU: words: ") + u_errorName(failed));
  }

  // Typed text is a paragraph of one value: its words count, not the whole.
  std::vector<token> tokens(const paragraph& of) {
    std::vector<token> out;
    for (const run& each : of)
      if (each.ruby || (each.parameter && of.size() > 1))
        out.push_back({each});
      else
        split(each, out);
    return out;
  }

private:
  void split(const run& from, std::vector<token>& to) {
    auto text = icu::UnicodeString::fromUTF8(from.text);
    words_->setText(text);
    for (std::int32_t begin = 0, end = words_->next(); end != icu::BreakIterator::DONE;
         begin = end, end = words_->next()) {
      token one{from};
      one.piece.text.clear();
      text.tempSubStringBetween(begin, end).toUTF8String(one.piece.text);
      one.blank = u_isUWhiteSpace(text.char32At(begin)) != 0;
      to.push_back(std::move(one));
    }
  }

  std::unique_ptr<icu::BreakIterator> words_;
};

// Marks the tokens of `after` that are not in the longest common subsequence; gives the length of that,
// blanks left out. Nothing: too long to compare.
std::optional<std::size_t> compare(std::span<const token> before, std::span<token> after) {
  const std::size_t width = after.size() + 1;
  if ((before.size() + 1) * width > most_cells) return std::nullopt;
  std::vector<std::uint32_t> common((before.size() + 1) * width, 0); // of what follows [i] and [j]
  for (std::size_t i = before.size(); i-- > 0;)
    for (std::size_t j = after.size(); j-- > 0;)
      common[i * width + j] = before[i].piece == after[j].piece
                                  ? common[(i + 1) * width + j + 1] + 1
                                  : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
  std::size_t kept = 0;
  for (auto& each : after) each.fresh = true;
  for (std::size_t i = 0, j = 0; i < before.size() && j < after.size();) {
    if (before[i].piece == after[j].piece) {
      after[j].fresh = false;
      kept += !after[j].blank;
      ++i, ++j;
    } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return kept;
}

std::size_t count_words(std::span<const token> of) {
  return static_cast<std::size_t>(std::ranges::count(of, false, &token::blank));
}

// A blank is new where it stands between two new words: they are underlined as one.
void settle_blanks(std::span<token> in) {
  for (std::size_t i = 0; i < in.size(); ++i)
    if (in[i].blank) in[i].fresh = i > 0 && i + 1 < in.size() && in[i - 1].fresh && in[i + 1].fresh;
}

bool joins(const run& a, const run& b) {
  return !a.ruby && !b.ruby && a.text != "\n" && b.text != "\n" && a.language == b.language &&
         a.direction == b.direction && a.parameter == b.parameter && a.changed == b.changed;
}

paragraph join(std::vector<token> tokens) {
  paragraph out;
  for (token& each : tokens) {
    if (each.fresh) each.piece.changed = true;
    if (!out.empty() && joins(out.back(), each.piece))
      out.back().text += each.piece.text;
    else
      out.push_back(std::move(each.piece));
  }
  return out;
}

paragraph all_changed(paragraph of) {
  for (run& each : of) each.changed = true;
  return of;
}

struct comparison {
  std::vector<token> tokens;
  double likeness = 0; // 0 nothing in common, 1 the same words
};

comparison compare(splitter& with, const paragraph& before, const paragraph& after) {
  comparison out{with.tokens(after)};
  auto old = with.tokens(before);
  auto kept = compare(old, std::span(out.tokens));
  auto words = count_words(old) + count_words(out.tokens);
  if (kept && words > 0) out.likeness = 2.0 * static_cast<double>(*kept) / static_cast<double>(words);
  return out;
}

paragraph marked(comparison from, const paragraph& after) {
  settle_blanks(from.tokens);
  if (from.likeness < alike || std::ranges::none_of(from.tokens, &token::fresh)) return all_changed(after);
  return join(std::move(from.tokens));
}
} // namespace

paragraph mark_changes(const paragraph& before, const paragraph& after, std::string_view language) {
  if (before == after) return after;
  splitter with(language);
  return marked(compare(with, before, after), after);
}

std::vector<paragraph> mark_changes(std::span<const paragraph> before, std::span<const paragraph> after,
                                    std::string_view language) {
  std::vector<const paragraph*> gone; // without one that is the same now
  for (const paragraph& each : before)
    if (std::ranges::find(after, each) == after.end()) gone.push_back(&each);
  std::vector<paragraph> out;
  std::optional<splitter> with;
  for (const paragraph& each : after) {
    if (std::ranges::find(before, each) != before.end()) {
      out.push_back(each);
      continue;
    }
    if (!with) with.emplace(language);
    comparison best;
    auto likest = gone.end();
    for (auto old = gone.begin(); old != gone.end(); ++old) {
      comparison now = compare(*with, **old, each);
      if (now.likeness > best.likeness) best = std::move(now), likest = old;
    }
    if (best.likeness >= alike) gone.erase(likest);
    out.push_back(marked(std::move(best), each));
  }
  return out;
}

bool has_changes(std::span<const run> of) {
  return std::ranges::any_of(of, [](const run& one) { return one.changed.value_or(false); });
}

} // namespace kotobashi::words

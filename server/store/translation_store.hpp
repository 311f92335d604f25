#pragma once

#include "server/model/translation.hpp"
#include "server/store/tables.hpp"

namespace kotobashi::store {

template <>
inline constexpr std::string_view table<translation> = "translation";

// The record of this source text in this language: of the drill, or (empty) of no drill.
std::optional<translation> translation_of(connection& db, const language_tag& language,
                                          std::string_view source_hash, const id<activation>& drill);
// Those that a notice of this activation which is out carries now, oldest first; done ones only where asked
// for.
std::vector<translation> live_translations(connection& db, const id<activation>& of, bool done_too);
bool is_live(connection& db, const id<translation>& which);
std::vector<translation> claims_over_by(connection& db, instant now);
std::vector<translation> claims_of(connection& db, const id<account>& who);

// A revision of a notice carries the text.
void use(unit_of_work& work, const id<translation>& which, const id<notice>& in, std::int64_t index);
struct translation_use {
  id<notice> in;
  std::int64_t index = 0;
};
// Where it stands in the revision that counts of a notice that is out.
std::vector<translation_use> live_uses(connection& db, const id<translation>& of);
std::vector<translation> translations_in(connection& db, const id<notice>& in, std::int64_t index);

// The translation memory. `line`: of the text, from 1; 0: the whole text. Written again, the line says
// something else from then on; an empty `said` takes it away.
struct new_segment {
  id<translation> from;
  std::int64_t line = 0;
  language_tag language;
  id<activation> drill;
  memory_segment what;
};
void remember(unit_of_work& work, const new_segment& one, const std::vector<std::int64_t>& grams);
void forget_other_lines(unit_of_work& work, const id<translation>& from, std::int64_t first,
                        std::int64_t last);
// Segments that share the most of these trigrams, by the rarer of them; at most `most`. Those of a drill only
// in that drill.
std::vector<memory_segment> similar_segments(connection& db, const std::vector<std::int64_t>& grams,
                                             const id<activation>& drill, const id<translation>& but,
                                             std::int64_t most);

} // namespace kotobashi::store

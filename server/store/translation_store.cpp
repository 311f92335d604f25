#include "server/store/translation_store.hpp"

#include <algorithm>

namespace kotobashi::store {

namespace {
// Translations of notices that are out, by the revision that counts.
constexpr std::string_view carried =
    " IN (SELECT u.translation FROM translation_use u JOIN notice n ON n.id = u.notice"
    " AND n.current = u.\"index\" WHERE n.state = 'published'";

constexpr std::int64_t common = 1500; // a trigram that stands in more segments tells little
constexpr std::size_t telling = 12;   // so many of the rarest are looked at
} // namespace

std::optional<translation> translation_of(connection& db, const language_tag& language,
                                          std::string_view source_hash, const id<activation>& drill) {
  auto rows =
      db.query(select_sql<translation>("translation") + " WHERE language = $language AND source_hash = $hash"
                                                        " AND COALESCE(drill, '') = $drill",
               "language", language, "hash", source_hash, "drill", drill.value);
  return next_row<translation>(rows);
}

std::vector<translation> live_translations(connection& db, const id<activation>& of, bool done_too) {
  auto rows = db.query(select_sql<translation>("translation") + " WHERE id" + std::string(carried) +
                           " AND n.activation = $activation) AND ($done = 1 OR state <> 'done') ORDER BY id",
                       "activation", of, "done", done_too);
  return all_rows<translation>(rows);
}

bool is_live(connection& db, const id<translation>& which) {
  auto row =
      db.query("SELECT 1 FROM translation WHERE id = $id AND id" + std::string(carried) + ")", "id", which);
  return row.step();
}

std::vector<translation> claims_over_by(connection& db, instant now) {
  auto rows =
      db.query(select_sql<translation>("translation") + " WHERE state = 'claimed' AND claimed_until <= $now",
               "now", now);
  return all_rows<translation>(rows);
}

std::vector<translation> claims_of(connection& db, const id<account>& who) {
  auto rows = db.query(
      select_sql<translation>("translation") + " WHERE state = 'claimed' AND claimed_by = $who", "who", who);
  return all_rows<translation>(rows);
}

void use(unit_of_work& work, const id<translation>& which, const id<notice>& in, std::int64_t index) {
  work.db().run("INSERT INTO translation_use (translation, notice, \"index\")"
                " VALUES ($translation, $notice, $index) ON CONFLICT DO NOTHING",
                "translation", which, "notice", in, "index", index);
}

std::vector<translation_use> live_uses(connection& db, const id<translation>& of) {
  auto rows = db.query("SELECT u.notice, u.\"index\" FROM translation_use u JOIN notice n ON n.id = u.notice"
                       " AND n.current = u.\"index\" WHERE n.state = 'published'"
                       " AND u.translation = $translation ORDER BY n.number",
                       "translation", of);
  std::vector<translation_use> out;
  while (rows.step()) out.push_back({rows.get<id<notice>>(0), rows.get<std::int64_t>(1)});
  return out;
}

std::vector<translation> translations_in(connection& db, const id<notice>& in, std::int64_t index) {
  auto rows = db.query(select_sql<translation>("translation") +
                           " WHERE id IN (SELECT translation FROM translation_use"
                           " WHERE notice = $notice AND \"index\" = $index)",
                       "notice", in, "index", index);
  return all_rows<translation>(rows);
}

void remember(unit_of_work& work, const new_segment& one, const std::vector<std::int64_t>& grams) {
  auto& db = work.db();
  auto changed =
      db.run("UPDATE translation_segment SET said = $said, checked = $checked"
             " WHERE translation = $translation AND line = $line",
             "said", one.what.said, "checked", one.what.checked, "translation", one.from, "line", one.line);
  if (changed > 0) return;
  std::int64_t number = 0;
  {
    auto row = db.query("SELECT COALESCE(MAX(number), 0) + 1 FROM translation_segment");
    if (row.step()) number = row.get<std::int64_t>(0);
  }
  db.run(
      "INSERT INTO translation_segment (number, translation, line, language, drill, source, folded, said,"
      " checked) VALUES ($number, $translation, $line, $language, $drill, $source, $folded, $said, $checked)",
      "number", number, "translation", one.from, "line", one.line, "language", one.language, "drill",
      one.drill, "source", one.what.source, "folded", one.what.folded, "said", one.what.said, "checked",
      one.what.checked);
  for (auto gram : grams)
    db.run("INSERT INTO translation_gram (gram, segment) VALUES ($gram, $segment)", "gram", gram, "segment",
           number);
}

void forget_other_lines(unit_of_work& work, const id<translation>& from, std::int64_t first,
                        std::int64_t last) {
  work.db().run("UPDATE translation_segment SET said = ''"
                " WHERE translation = $translation AND (line < $first OR line > $last)",
                "translation", from, "first", first, "last", last);
}

namespace {
// The rarest of them, without those that stand nearly everywhere.
std::vector<std::int64_t> rarest(connection& db, const std::vector<std::int64_t>& grams) {
  std::vector<std::pair<std::int64_t, std::int64_t>> counted;
  for (auto gram : grams) {
    auto row = db.query("SELECT COUNT(*) FROM (SELECT 1 AS one FROM translation_gram WHERE gram = $gram"
                        " LIMIT $most) AS few",
                        "gram", gram, "most", common);
    if (!row.step()) continue;
    auto count = row.get<std::int64_t>(0);
    if (count > 0) counted.emplace_back(count, gram);
  }
  std::ranges::sort(counted);
  std::vector<std::int64_t> out;
  for (const auto& [count, gram] : counted) {
    if (out.size() == telling || (count >= common && out.size() >= 3)) break;
    out.push_back(gram);
  }
  return out;
}
} // namespace

std::vector<memory_segment> similar_segments(connection& db, const std::vector<std::int64_t>& grams,
                                             const id<activation>& drill, const id<translation>& but,
                                             std::int64_t most) {
  std::vector<std::int64_t> shared; // segments, one entry a shared trigram
  for (auto gram : rarest(db, grams)) {
    auto rows = db.query("SELECT segment FROM translation_gram WHERE gram = $gram LIMIT $most", "gram", gram,
                         "most", common);
    while (rows.step()) shared.push_back(rows.get<std::int64_t>(0));
  }
  std::ranges::sort(shared);
  std::vector<std::pair<std::int64_t, std::int64_t>> ranked; // how many, segment
  for (std::size_t i = 0; i < shared.size();) {
    auto end = std::upper_bound(shared.begin() + static_cast<std::ptrdiff_t>(i), shared.end(), shared[i]);
    auto next = static_cast<std::size_t>(end - shared.begin());
    ranked.emplace_back(static_cast<std::int64_t>(next - i), shared[i]);
    i = next;
  }
  std::ranges::sort(ranked, std::ranges::greater{});
  std::vector<memory_segment> out;
  for (const auto& [count, segment] : ranked) {
    if (static_cast<std::int64_t>(out.size()) == most) break;
    auto row = db.query("SELECT source, folded, said, checked FROM translation_segment"
                        " WHERE number = $number AND said <> '' AND translation <> $but"
                        " AND (drill IS NULL OR drill = $drill)",
                        "number", segment, "but", but.value, "drill", drill.value);
    if (row.step())
      out.push_back(
          {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<bool>(3)});
  }
  return out;
}

} // namespace kotobashi::store

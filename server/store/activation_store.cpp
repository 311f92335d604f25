#include "server/store/activation_store.hpp"

namespace kotobashi::store {

std::optional<activation> current_activation(connection& db) {
  auto rows = db.query(select_sql<activation>("activation") + " WHERE state <> 'closed'");
  return next_row<activation>(rows);
}

std::optional<activation> latest_activation(connection& db) {
  if (auto current = current_activation(db)) return current;
  auto rows = db.query(select_sql<activation>("activation") + " ORDER BY closed_at DESC, id DESC LIMIT 1");
  return next_row<activation>(rows);
}

std::vector<activation> activations(connection& db, const page_wish& which) {
  auto rows = db.query(select_sql<activation>("activation") +
                           " WHERE $after = '' OR id < $after ORDER BY id DESC LIMIT $limit",
                       "after", which.after, "limit", which.limit);
  return all_rows<activation>(rows);
}

std::int64_t next_number(unit_of_work& work, const id<activation>& of, std::string_view series) {
  auto row = work.db().query(
      "INSERT INTO numbering (activation, series, last) VALUES ($activation, $series, 1) "
      "ON CONFLICT (activation, series) DO UPDATE SET last = numbering.last + 1 RETURNING last",
      "activation", of, "series", series);
  row.step();
  auto number = row.get<std::int64_t>(0);
  while (row.step()) {
  } // a statement with RETURNING writes when it has run to its end
  return number;
}

} // namespace kotobashi::store

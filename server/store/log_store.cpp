#include "server/store/log_store.hpp"

namespace kotobashi::store {

std::vector<log_entry> log_entries(connection& db, const id<activation>& of, const page_wish& which) {
  auto rows = db.query(select_sql<log_entry>("log_entry") +
                           " WHERE activation = $activation AND ($after = '' OR id < $after)"
                           " ORDER BY id DESC LIMIT $limit",
                       "activation", of, "after", which.after, "limit", which.limit);
  return all_rows<log_entry>(rows);
}

std::vector<audit_line> audit_lines(connection& db, std::int64_t before, std::int64_t limit) {
  auto rows = db.query(select_sql<audit_line>("audit") +
                           " WHERE $before = 0 OR seq < $before ORDER BY seq DESC LIMIT $limit",
                       "before", before, "limit", limit);
  return all_rows<audit_line>(rows);
}

std::vector<bulletin> bulletins_of_event(connection& db, std::string_view event_id) {
  auto rows =
      db.query(select_sql<bulletin>("bulletin") + " WHERE event_id = $event ORDER BY id", "event", event_id);
  return all_rows<bulletin>(rows);
}

std::vector<bulletin> bulletins(connection& db, const page_wish& which) {
  auto rows = db.query(select_sql<bulletin>("bulletin") +
                           " WHERE $after = '' OR id < $after ORDER BY id DESC LIMIT $limit",
                       "after", which.after, "limit", which.limit);
  return all_rows<bulletin>(rows);
}

} // namespace kotobashi::store

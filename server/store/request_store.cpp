#include "server/store/request_store.hpp"

namespace kotobashi::store {

std::vector<request> requests(connection& db, const id<activation>& of, const page_wish& which) {
  auto rows = db.query(select_sql<request>("request") +
                           " WHERE activation = $activation AND ($after = '' OR id < $after)"
                           " ORDER BY id DESC LIMIT $limit",
                       "activation", of, "after", which.after, "limit", which.limit);
  return all_rows<request>(rows);
}

std::vector<request> open_requests(connection& db, const id<activation>& of) {
  auto rows = db.query(select_sql<request>("request") +
                           " WHERE activation = $activation AND state = 'open' ORDER BY id DESC",
                       "activation", of);
  return all_rows<request>(rows);
}

std::vector<request> requests_held_by(connection& db, const id<activation>& of, const id<volunteer>& person) {
  static const std::string sql =
      "SELECT " + column_list(columns<request>(), "r") +
      " FROM assignment a JOIN request r ON r.id = a.request"
      " WHERE a.volunteer = $volunteer AND a.state <> 'released' AND r.activation = $activation"
      " ORDER BY r.starts_at";
  auto rows = db.query(sql, "volunteer", person, "activation", of);
  return all_rows<request>(rows);
}

std::vector<request> requests_over_by(connection& db, instant now) {
  auto rows = db.query(select_sql<request>("request") +
                           " WHERE (state = 'open' OR state = 'offered') AND ends_at <= $now",
                       "now", now);
  return all_rows<request>(rows);
}

std::vector<assignment> assignments_of(connection& db, const id<request>& of) {
  static const std::string sql =
      select_sql<assignment>("assignment") + " WHERE request = $request ORDER BY id";
  auto rows = db.query(sql, "request", of);
  return all_rows<assignment>(rows);
}

std::vector<assignment> assignments_around(connection& db, const id<volunteer>& person, instant from,
                                           instant to) {
  static const std::string sql = select_sql<assignment>("assignment") +
                                 " WHERE volunteer = $volunteer AND state <> 'released'"
                                 " AND ends_at > $from AND starts_at < $to";
  using std::chrono::hours;
  auto rows = db.query(sql, "volunteer", person, "from", from - hours{24}, "to", to + hours{24});
  return all_rows<assignment>(rows);
}

std::vector<call_outcome> calls_of(connection& db, const id<request>& of) {
  auto rows = db.query(select_sql<call_outcome>("call_outcome") + " WHERE request = $request ORDER BY at, id",
                       "request", of);
  return all_rows<call_outcome>(rows);
}

void save_state(unit_of_work& work, const request& changed) {
  work.db().run("UPDATE request SET state = $state, revision = $revision WHERE id = $id", "state",
                changed.state, "revision", changed.revision, "id", changed.id);
}

} // namespace kotobashi::store

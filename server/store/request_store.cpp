#include "server/store/request_store.hpp"

namespace kotobashi::store {

namespace {
// Requests that an assignment picks out, each once.
std::string of_assignments(std::string_view where) {
  return "SELECT " + column_list(columns<request>(), "r") +
         " FROM assignment a JOIN request r ON r.id = a.request WHERE " + std::string(where) +
         " ORDER BY r.starts_at, r.id";
}
} // namespace

std::vector<request> requests(connection& db, const activation& of, const page_wish& which) {
  static const std::string sql =
      select_sql<request>("request") +
      " WHERE (activation = $activation OR id IN (SELECT a.request FROM assignment a"
      " JOIN request r ON r.id = a.request JOIN activation c ON c.id = r.activation"
      " WHERE (a.state = 'taken' OR a.state = 'under_way') AND c.mode = 'actual' AND $mode = 'actual'))"
      " AND ($after = '' OR id < $after) ORDER BY id DESC LIMIT $limit";
  auto rows = db.query(sql, "activation", of.id, "mode", of.mode, "after", which.after, "limit", which.limit);
  return all_rows<request>(rows);
}

std::vector<request> open_requests(connection& db, const id<activation>& of) {
  auto rows = db.query(select_sql<request>("request") +
                           " WHERE activation = $activation AND state = 'open' ORDER BY id DESC",
                       "activation", of);
  return all_rows<request>(rows);
}

std::vector<request> requests_held_by(connection& db, const id<activation>& of, const id<volunteer>& person) {
  static const std::string sql = of_assignments(
      "a.volunteer = $volunteer AND a.state <> 'released'"
      " AND (r.activation = CAST($activation AS TEXT) OR a.state = 'taken' OR a.state = 'under_way')");
  auto rows = db.query(sql, "volunteer", person, "activation", of);
  return all_rows<request>(rows);
}

std::vector<request> requests_lost_by(connection& db, const id<volunteer>& person, instant now) {
  static const std::string sql =
      of_assignments("a.volunteer = $volunteer AND a.state = 'released' AND a.ends_at > $now"
                     " AND r.state = 'cancelled' AND a.released_at = r.cancelled_at");
  auto rows = db.query(sql, "volunteer", person, "now", now);
  return all_rows<request>(rows);
}

std::vector<request> requests_in_hand(connection& db, const id<activation>& of) {
  static const std::string sql =
      select_sql<request>("request") +
      " WHERE activation = $activation AND EXISTS (SELECT 1 FROM assignment a WHERE a.request = request.id"
      " AND a.state <> 'released' AND a.state <> 'done') ORDER BY id";
  auto rows = db.query(sql, "activation", of);
  return all_rows<request>(rows);
}

std::vector<request> requests_over_by(connection& db, instant now) {
  static const std::string sql =
      select_sql<request>("request") +
      " WHERE ((state = 'open' OR state = 'offered') AND ends_at <= $now) OR (state = 'under_way'"
      " AND ends_at <= $now AND id IN (SELECT a.request FROM assignment a WHERE a.state = 'offered'))";
  auto rows = db.query(sql, "now", now);
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

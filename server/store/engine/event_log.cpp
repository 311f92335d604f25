#include "server/store/engine/event_log.hpp"

#include "server/store/engine/error.hpp"
#include "server/store/engine/record.hpp"

namespace kotobashi::store {

std::int64_t counter(connection& db, std::string_view name) {
  auto row = db.query("SELECT value FROM counter WHERE name = $name", "name", name);
  if (!row.step()) throw error(0, 0, "database: the counter " + std::string(name) + " is missing");
  return row.get<std::int64_t>(0);
}

std::int64_t last_event(connection& db) {
  return counter(db, "event");
}

event_page events_after(connection& db, std::int64_t after, std::int64_t limit) {
  event_page out;
  if (after < counter(db, "event_trimmed") || after > last_event(db)) {
    out.resync = true;
    return out;
  }
  auto rows = db.query(select_sql<event>("event") + " WHERE seq > $after ORDER BY seq LIMIT $limit", "after",
                       after, "limit", limit);
  out.events = all_rows<event>(rows);
  return out;
}

void trim_events(unit_of_work& work, std::int64_t upto) {
  upto = std::min(upto, last_event(work.db()));
  work.db().run("DELETE FROM event WHERE seq <= $upto", "upto", upto);
  work.db().run("UPDATE counter SET value = $upto WHERE name = 'event_trimmed' AND value < $upto", "upto",
                upto);
}

std::int64_t purge_idempotency(unit_of_work& work, instant before) {
  return work.db().run("DELETE FROM idempotency WHERE at < $before", "before", before);
}

hex_digest audit_digest(std::string_view before, const audit_line& line) {
  std::string all;
  all.reserve(256);
  auto add = [&](std::string_view part) {
    all += part;
    all += '\n';
  };
  add(before);
  add(std::to_string(line.seq));
  add(std::to_string(line.at.us));
  add(line.who.value);
  add(line.what);
  add(line.entity);
  add(line.of);
  return sha256(all);
}

std::optional<std::int64_t> first_broken_audit_line(connection& db) {
  std::string before;
  std::int64_t seq = 0;
  auto rows = db.query(select_sql<audit_line>("audit") + " ORDER BY seq");
  while (rows.step()) {
    auto line = from_row<audit_line>(rows);
    if (line.seq != ++seq || line.hash != view(audit_digest(before, line))) return seq;
    before = line.hash;
  }
  if (seq != counter(db, "audit")) return seq + 1;
  return std::nullopt;
}

} // namespace kotobashi::store

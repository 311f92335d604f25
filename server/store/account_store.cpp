#include "server/store/account_store.hpp"

namespace kotobashi::store {

std::optional<account> account_named(connection& db, std::string_view name) {
  auto rows = db.query(select_sql<account>("account") + " WHERE name = $name", "name", name);
  return next_row<account>(rows);
}

std::optional<account> account_of(connection& db, const id<volunteer>& person) {
  auto rows = db.query(select_sql<account>("account") + " WHERE volunteer = $volunteer", "volunteer", person);
  return next_row<account>(rows);
}

std::vector<account> accounts(connection& db) {
  auto rows = db.query(select_sql<account>("account") + " ORDER BY name");
  return all_rows<account>(rows);
}

bool has_accounts(connection& db) {
  auto row = db.query("SELECT 1 FROM account LIMIT 1");
  return row.step();
}

std::vector<live_session> live_sessions(connection& db, instant now) {
  auto rows = db.query(select_sql<session>("session") + " WHERE expires_at > $now", "now", now);
  std::vector<live_session> out;
  for (auto& each : all_rows<session>(rows)) {
    auto of = find(db, each.account);
    if (of && !of->disabled) out.push_back({std::move(each), std::move(*of)});
  }
  return out;
}

namespace {
std::vector<id<session>> ids_in(statement rows) {
  std::vector<id<session>> out;
  while (rows.step()) out.push_back(rows.get<id<session>>(0));
  return out;
}
} // namespace

std::vector<id<session>> end_sessions_of_link(unit_of_work& work, const id<personal_link>& link) {
  return ids_in(work.db().query("DELETE FROM session WHERE link = $link RETURNING id", "link", link));
}

std::vector<id<session>> end_sessions_of(unit_of_work& work, const id<account>& of, const id<session>& but) {
  return ids_in(work.db().query("DELETE FROM session WHERE account = $account AND id <> $but RETURNING id",
                                "account", of, "but", but));
}

bool end_session(unit_of_work& work, const id<session>& which) {
  return work.db().run("DELETE FROM session WHERE id = $id", "id", which) > 0;
}

bool has_session(connection& db, const id<account>& of, instant now) {
  auto row = db.query("SELECT 1 FROM session WHERE account = $account AND expires_at > $now LIMIT 1",
                      "account", of, "now", now);
  return row.step();
}

void forget_ended_sessions(unit_of_work& work) {
  work.db().run("DELETE FROM session WHERE expires_at <= $now", "now", work.now());
}

std::optional<personal_link> link_with(connection& db, std::string_view token_hash) {
  auto rows =
      db.query(select_sql<personal_link>("personal_link") + " WHERE token_hash = $hash", "hash", token_hash);
  return next_row<personal_link>(rows);
}

std::vector<personal_link> links_of(connection& db, const id<volunteer>& person) {
  auto rows = db.query(select_sql<personal_link>("personal_link") +
                           " WHERE volunteer = $volunteer AND revoked_at IS NULL",
                       "volunteer", person);
  return all_rows<personal_link>(rows);
}

} // namespace kotobashi::store

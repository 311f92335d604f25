#include "server/store/report_store.hpp"

#include "server/domain/inquiry.hpp"
#include "server/store/inquiry_store.hpp"
#include "server/store/roster_store.hpp"

namespace kotobashi::store {

namespace {
template <class... Bound>
std::int64_t count(connection& db, std::string_view sql, const Bound&... bound) {
  auto row = db.query(sql, bound...);
  return row.step() ? row.template get<std::optional<std::int64_t>>(0).value_or(0) : 0;
}

std::vector<count_of> counts(connection& db, std::string_view sql, const id<activation>& of) {
  std::vector<count_of> out;
  auto rows = db.query(sql, "activation", of);
  while (rows.step()) out.push_back({rows.get<std::string>(0), rows.get<std::int64_t>(1)});
  return out;
}

// Requests that wait for somebody, oldest first; confidential ones stand in nobody's list.
void requests_that_wait(connection& db, const activation& of, std::vector<attention>& out) {
  auto rows = db.query(
      "SELECT id, number, state, created_at FROM request WHERE activation = $activation AND confidential = 0"
      " AND (state = 'open' OR state = 'offered') ORDER BY id LIMIT 50",
      "activation", of.id);
  while (rows.step()) {
    auto kind = "request_" + rows.get<std::string>(2);
    out.push_back(
        {kind, "request", rows.get<std::string>(0), rows.get<std::int64_t>(1), rows.get<instant>(3)});
  }
}

// Assignments of the activation that people are out for; beside an actual one also of earlier ones.
const std::string people_out = " FROM assignment a JOIN request r ON r.id = a.request"
                               " JOIN activation c ON c.id = r.activation"
                               " WHERE (a.state = 'taken' OR a.state = 'under_way')"
                               " AND (c.id = $activation OR (c.mode = 'actual' AND $mode = 'actual'))";

void assignments_overdue(connection& db, const activation& of, instant now, std::vector<attention>& out) {
  auto rows = db.query("SELECT r.id, r.number, a.ends_at" + people_out +
                           " AND r.confidential = 0 AND a.ends_at < $now ORDER BY a.ends_at LIMIT 50",
                       "activation", of.id, "mode", of.mode, "now", now);
  while (rows.step())
    out.push_back({"assignment_overdue", "request", rows.get<std::string>(0), rows.get<std::int64_t>(1),
                   rows.get<instant>(2)});
}

void notices_that_end(connection& db, const activation& of, instant now, std::vector<attention>& out) {
  auto rows = db.query(
      "SELECT id, number, expires_at FROM notice WHERE activation = $activation AND state = 'published'"
      " AND expires_at < $soon ORDER BY expires_at LIMIT 50",
      "activation", of.id, "soon", now + std::chrono::hours{2});
  while (rows.step())
    out.push_back({"notice_expiring", "notice", rows.get<std::string>(0), rows.get<std::int64_t>(1),
                   rows.get<instant>(2)});
}

void languages_missing(connection& db, const activation& of, std::vector<attention>& out) {
  auto rows =
      db.query(R"(SELECT n.id, n.number, n.published_at FROM notice n WHERE n.activation = $activation)"
               R"( AND n.state = 'published' AND EXISTS (SELECT 1 FROM notice_text t WHERE t.notice = n.id)"
               R"( AND t."index" = n.current AND t.ready = 0) ORDER BY n.number LIMIT 50)",
               "activation", of.id);
  while (rows.step())
    out.push_back({"languages_missing", "notice", rows.get<std::string>(0), rows.get<std::int64_t>(1),
                   rows.get<instant>(2)});
}

constexpr std::string_view waiting_inquiry =
    " WHERE activation = $activation AND confidential = $confidential AND (state = 'new' OR state = 'open' "
    "OR state = 'waiting')";

// Only those that the reader may see; returns how many are open. Confidential ones are few: each is looked
// at.
std::int64_t inquiries_that_wait(connection& db, const activation& of, const domain::principal& who,
                                 std::vector<attention>& out) {
  std::int64_t open = 0;
  auto list = [&](bool confidential, std::int64_t limit) {
    auto rows =
        db.query(select_sql<inquiry>("inquiry") + std::string(waiting_inquiry) + " ORDER BY id LIMIT $limit",
                 "activation", of.id, "confidential", confidential, "limit", limit);
    for (const auto& one : all_rows<inquiry>(rows)) {
      if (!domain::may_see(one, who)) continue;
      out.push_back({"inquiry_waiting", "inquiry", one.id.value, one.number, one.received_at});
      open += confidential;
    }
  };
  list(true, 1000);
  list(false, 50);
  if (domain::may_see(inquiry{}, who))
    open += count(db, "SELECT count(*) FROM inquiry" + std::string(waiting_inquiry), "activation", of.id,
                  "confidential", false);
  return open;
}
} // namespace

overview overview_of(connection& db, const activation& of, const domain::principal& who, instant now) {
  overview out;
  out.activation = of;
  out.notices_published =
      count(db, "SELECT count(*) FROM notice WHERE activation = $a AND state = 'published'", "a", of.id);
  out.requests_open = count(db,
                            "SELECT count(*) FROM request WHERE activation = $a AND confidential = 0"
                            " AND (state = 'open' OR state = 'offered')",
                            "a", of.id);
  out.requests_under_way = count(db,
                                 "SELECT count(*) FROM request WHERE activation = $a AND confidential = 0"
                                 " AND (state = 'taken' OR state = 'under_way')",
                                 "a", of.id);
  out.volunteers = count(db,
                         "SELECT count(*) FROM volunteer WHERE state = 'registered' AND (drill = $d OR"
                         " (drill IS NULL AND CAST($d AS TEXT) IS NULL))",
                         "d", roster_in_use(of));
  out.volunteers_out =
      count(db, "SELECT count(DISTINCT a.volunteer)" + people_out, "activation", of.id, "mode", of.mode);
  assignments_overdue(db, of, now, out.attentions);
  requests_that_wait(db, of, out.attentions);
  out.inquiries_open = inquiries_that_wait(db, of, who, out.attentions);
  notices_that_end(db, of, now, out.attentions);
  languages_missing(db, of, out.attentions);
  return out;
}

closing_report report_of(connection& db, const activation& of, instant now) {
  closing_report out;
  out.activation = of;
  auto open = of.closed_at.value_or(now) - of.activated_at;
  out.hours = std::chrono::ceil<std::chrono::hours>(open).count();
  out.notices =
      count(db, "SELECT count(*) FROM notice WHERE activation = $a AND number IS NOT NULL", "a", of.id);
  out.corrections = count(
      db, "SELECT sum(current - 1) FROM notice WHERE activation = $a AND number IS NOT NULL", "a", of.id);
  out.withdrawals =
      count(db, "SELECT count(*) FROM notice WHERE activation = $a AND state = 'withdrawn'", "a", of.id);
  out.notices_by_language =
      counts(db,
             "SELECT t.language, count(DISTINCT t.notice) FROM notice_text t JOIN notice n ON n.id = t.notice"
             " WHERE n.activation = $activation AND n.number IS NOT NULL AND t.ready = 1 GROUP BY t.language "
             "ORDER BY t.language",
             of.id);
  out.inquiries = count(db, "SELECT count(*) FROM inquiry WHERE activation = $a", "a", of.id);
  out.confidential_inquiries =
      count(db, "SELECT count(*) FROM inquiry WHERE activation = $a AND confidential = 1", "a", of.id);
  out.answers =
      count(db, "SELECT count(*) FROM answer w JOIN inquiry i ON i.id = w.inquiry WHERE i.activation = $a",
            "a", of.id);
  auto rows = db.query("SELECT language, topic, channel, count(*) FROM inquiry WHERE activation = "
                       "$activation AND confidential = 0"
                       " GROUP BY language, topic, channel ORDER BY language, topic NULLS FIRST, channel",
                       "activation", of.id);
  while (rows.step())
    out.inquiries_by.push_back({rows.get<std::string>(0),
                                rows.get<std::optional<std::string>>(1).value_or(""),
                                rows.get<std::string>(2), rows.get<std::int64_t>(3)});
  out.requests = count(db, "SELECT count(*) FROM request WHERE activation = $a", "a", of.id);
  out.requests_by_state = counts(
      db, "SELECT state, count(*) FROM request WHERE activation = $activation GROUP BY state ORDER BY state",
      of.id);
  out.requests_by_language =
      counts(db,
             "SELECT language, count(*) FROM request WHERE activation = $activation AND confidential = 0"
             " GROUP BY language ORDER BY language",
             of.id);
  out.requests_by_kind = counts(
      db, "SELECT kind, count(*) FROM request WHERE activation = $activation GROUP BY kind ORDER BY kind",
      of.id);
  out.volunteers =
      count(db,
            "SELECT count(DISTINCT a.volunteer) FROM assignment a JOIN request r ON r.id = a.request"
            " WHERE r.activation = $a AND a.state <> 'released'",
            "a", of.id);
  out.volunteer_minutes =
      count(db,
            "SELECT sum((a.finished_at - a.started_at) / 60000000) FROM assignment a JOIN request r ON r.id "
            "= a.request"
            " WHERE r.activation = $a AND a.finished_at IS NOT NULL AND a.started_at IS NOT NULL",
            "a", of.id);
  out.log_entries = count(db, "SELECT count(*) FROM log_entry WHERE activation = $a", "a", of.id);
  return out;
}

} // namespace kotobashi::store

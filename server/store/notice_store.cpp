#include "server/store/notice_store.hpp"

namespace kotobashi::store {

std::vector<notice> notices(connection& db, const id<activation>& of, const page_wish& which) {
  auto rows = db.query(select_sql<notice>("notice") +
                           " WHERE activation = $activation AND ($after = '' OR id < $after)"
                           " ORDER BY id DESC LIMIT $limit",
                       "activation", of, "after", which.after, "limit", which.limit);
  return all_rows<notice>(rows);
}

std::optional<notice> notice_numbered(connection& db, const id<activation>& of, std::int64_t number) {
  auto rows = db.query(select_sql<notice>("notice") + " WHERE activation = $activation AND number = $number",
                       "activation", of, "number", number);
  return next_row<notice>(rows);
}

std::optional<notice_revision> revision_of(connection& db, const id<notice>& of, std::int64_t index) {
  auto rows = db.query(select_sql<notice_revision>("notice_revision") +
                           R"( WHERE notice = $notice AND "index" = $index)",
                       "notice", of, "index", index);
  return next_row<notice_revision>(rows);
}

std::vector<notice_text> texts_of(connection& db, const id<notice>& of, std::int64_t index) {
  auto rows =
      db.query(select_sql<notice_text>("notice_text") + R"( WHERE notice = $notice AND "index" = $index)",
               "notice", of, "index", index);
  return all_rows<notice_text>(rows);
}

std::vector<notice_language> languages_of(connection& db, const id<notice>& of, std::int64_t index) {
  auto rows =
      db.query(select_sql<notice_language>("notice_text") + R"( WHERE notice = $notice AND "index" = $index)",
               "notice", of, "index", index);
  return all_rows<notice_language>(rows);
}

instant texts_made_at(connection& db, const id<notice>& of, std::int64_t index) {
  auto rows = db.query(R"(SELECT MAX(at) FROM notice_text WHERE notice = $notice AND "index" = $index)",
                       "notice", of, "index", index);
  return {rows.step() ? rows.get<std::optional<std::int64_t>>(0).value_or(0) : 0};
}

std::optional<notice_text> text_in(connection& db, const id<notice>& of, std::int64_t index,
                                   std::string_view language) {
  auto rows =
      db.query(select_sql<notice_text>("notice_text") +
                   R"( WHERE notice = $notice AND "index" <= $index AND language = $language AND ready = 1)"
                   R"( ORDER BY "index" DESC LIMIT 1)",
               "notice", of, "index", index, "language", language);
  return next_row<notice_text>(rows);
}

std::vector<notice> board_notices(connection& db, const id<activation>& of) {
  auto rows = db.query(select_sql<notice>("notice") +
                           " WHERE activation = $activation AND number IS NOT NULL ORDER BY number DESC",
                       "activation", of);
  return all_rows<notice>(rows);
}

std::vector<notice> expired_by(connection& db, instant now) {
  auto rows = db.query(select_sql<notice>("notice") + " WHERE state = 'published' AND expires_at <= $now",
                       "now", now);
  return all_rows<notice>(rows);
}

} // namespace kotobashi::store

#include "server/store/wording_store.hpp"

namespace kotobashi::store {

std::vector<wording_review> wording_reviews(connection& db, const wording_filter& of,
                                            const page_wish& which) {
  std::string state = of.state ? std::string(json::name_of(*of.state)) : "";
  auto rows = db.query(select_sql<wording_review>("wording_review") +
                           " WHERE ($language = '' OR language = $language) AND ($key = '' OR \"key\" = $key)"
                           " AND ($state = '' OR state = $state) AND ($after = '' OR id < $after)"
                           " ORDER BY id DESC LIMIT $limit",
                       "language", of.language, "key", of.key, "state", state, "after", which.after, "limit",
                       which.limit);
  return all_rows<wording_review>(rows);
}

std::vector<wording_review> accepted_wordings(connection& db) {
  auto rows = db.query(select_sql<wording_review>("wording_review") +
                       " WHERE state = 'accepted' ORDER BY decided_at, id");
  return all_rows<wording_review>(rows);
}

std::vector<wording_review> open_beside(connection& db, const wording_review& one) {
  auto rows = db.query(select_sql<wording_review>("wording_review") +
                           " WHERE state = 'open' AND language = $language AND section = $section"
                           " AND \"key\" = $key AND id <> $id ORDER BY id",
                       "language", one.language, "section", one.section, "key", one.key, "id", one.id);
  return all_rows<wording_review>(rows);
}

std::vector<wording_review> wordings_reviewed_by(connection& db, const id<account>& who,
                                                 const language_tag& language) {
  auto rows = db.query(select_sql<wording_review>("wording_review") +
                           " WHERE \"by\" = $who AND language = $language ORDER BY id",
                       "who", who, "language", language);
  return all_rows<wording_review>(rows);
}

} // namespace kotobashi::store

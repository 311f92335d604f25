#include "server/store/inquiry_store.hpp"

namespace kotobashi::store {

std::vector<inquiry> inquiries(connection& db, const id<activation>& of, const page_wish& which) {
  auto rows = db.query(select_sql<inquiry>("inquiry") +
                           " WHERE activation = $activation AND ($after = '' OR id < $after)"
                           " ORDER BY id DESC LIMIT $limit",
                       "activation", of, "after", which.after, "limit", which.limit);
  return all_rows<inquiry>(rows);
}

std::vector<answer> answers_of(connection& db, const id<inquiry>& of) {
  auto rows =
      db.query(select_sql<answer>("answer") + " WHERE inquiry = $inquiry ORDER BY at, id", "inquiry", of);
  return all_rows<answer>(rows);
}

} // namespace kotobashi::store

#include "server/store/roster_store.hpp"

namespace kotobashi::store {

namespace {
void put_sort_key(unit_of_work& work, const id<volunteer>& person, std::string_view key,
                  std::string_view icu) {
  work.db().run("INSERT INTO volunteer_sort (id, sort_key, icu_version) VALUES ($id, $key, $icu) "
                "ON CONFLICT (id) DO UPDATE SET sort_key = $key, icu_version = $icu",
                "id", person, "key", key, "icu", icu);
}
std::string in_order(std::string_view page) {
  return "SELECT " + column_list(columns<volunteer>(), "v") +
         " FROM volunteer v JOIN volunteer_sort s ON s.id = v.id"
         " WHERE (v.drill = $drill OR (v.drill IS NULL AND CAST($drill AS TEXT) IS NULL))" +
         std::string(page);
}
} // namespace

id<activation> roster_in_use(const std::optional<activation>& current) {
  return current && current->mode == activation_mode::drill ? current->id : id<activation>{};
}

std::vector<volunteer> roster(connection& db, const id<activation>& drill, const page_wish& which) {
  // What stands after the last person of the page before, in (sort_key, id).
  static const std::string sql = in_order(" AND ($after = '' OR (s.sort_key, s.id) >"
                                          " (SELECT sort_key, id FROM volunteer_sort WHERE id = $after))"
                                          " ORDER BY s.sort_key, s.id LIMIT $limit");
  auto rows = db.query(sql, "drill", drill, "after", which.after, "limit", which.limit);
  return all_rows<volunteer>(rows);
}

std::vector<volunteer> whole_roster(connection& db, const id<activation>& drill) {
  static const std::string sql = in_order(" ORDER BY s.sort_key, s.id");
  auto rows = db.query(sql, "drill", drill);
  return all_rows<volunteer>(rows);
}

bool is_number_taken(connection& db, const volunteer& person) {
  if (person.number.empty()) return false;
  auto rows = db.query("SELECT 1 FROM volunteer WHERE number = $number AND id <> $id AND (drill = $drill OR "
                       "(drill IS NULL AND CAST($drill AS TEXT) IS NULL)) LIMIT 1",
                       "number", person.number, "id", person.id, "drill", person.drill);
  return rows.step();
}

std::optional<volunteer> person_in(connection& db, const id<activation>& drill, const id<volunteer>& person) {
  auto found = find(db, person);
  if (!found || found->drill == drill) return found;
  auto rows = db.query(select_sql<volunteer>("volunteer") + " WHERE drill = $drill AND copy_of = $person",
                       "drill", drill, "person", person);
  return next_row<volunteer>(rows);
}

void add_volunteer(unit_of_work& work, const volunteer& person, std::string_view sort_key,
                   std::string_view icu_version) {
  add(work, person);
  put_sort_key(work, person.id, sort_key, icu_version);
}

void save_volunteer(unit_of_work& work, const volunteer& person, std::string_view sort_key,
                    std::string_view icu_version) {
  save(work, person);
  put_sort_key(work, person.id, sort_key, icu_version);
}

void copy_roster(unit_of_work& work, const id<activation>& drill) {
  for (volunteer person : whole_roster(work.db(), {})) {
    if (person.state == volunteer_state::left) continue;
    person.copy_of = person.id;
    person.id = work.new_id<volunteer>();
    person.drill = drill;
    add(work, person);
    work.db().run("INSERT INTO volunteer_sort (id, sort_key, icu_version) "
                  "SELECT CAST($id AS TEXT), sort_key, icu_version FROM volunteer_sort WHERE id = $of",
                  "id", person.id, "of", person.copy_of);
  }
}

void clear_copy(unit_of_work& work, const id<activation>& drill) {
  work.db().run(
      "UPDATE volunteer SET name = '', kana = '', birth_date = '', phone = '', email = '', note = '' "
      "WHERE drill = $drill",
      "drill", drill);
  work.db().run("UPDATE volunteer_sort SET sort_key = '' WHERE id IN"
                " (SELECT id FROM volunteer WHERE drill = $drill)",
                "drill", drill);
}

} // namespace kotobashi::store

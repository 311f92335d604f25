#pragma once

#include "server/store/engine/connection.hpp"
#include "server/store/engine/sql_type.hpp"

#include <boost/mp11/algorithm.hpp>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Rows from one description. A struct described with BOOST_DESCRIBE_STRUCT is a table with its members as
// columns, in order, a trailing underscore dropped; sql_type.hpp says how each type is stored. Column names
// are quoted everywhere ("from", "index").
namespace kotobashi::store {

struct column {
  std::string_view name;
  std::string_view type; // BIGINT, DOUBLE PRECISION, TEXT
  bool nullable; // optional<T>, and id<T>, which a schema may well declare NOT NULL where there is always one
  bool optional; // optional<T>
  bool key;      // the record's own id
};

template <class T>
struct is_id : std::false_type {};
template <class Of>
struct is_id<id<Of>> : std::true_type {};

template <class T>
using member_list = json::members_of<T>;

template <json::described T>
std::span<const column> columns() {
  static const auto all = [] {
    std::array<column, boost::mp11::mp_size<member_list<T>>::value> out;
    std::size_t at = 0;
    boost::mp11::mp_for_each<member_list<T>>([&](auto member) {
      using type = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
      std::string_view name = json::key_of(member.name);
      bool key = name == "id" && is_id<type>::value;
      out[at++] = {name, sql_type<type>::name, sql_type<type>::nullable && !key,
                   json::is_optional<type>::value, key};
    });
    return out;
  }();
  return all;
}

// SQL as text, from a description.
std::string column_list(std::span<const column> of,
                        std::string_view alias = {}); // "id", "number" or a."id", a."number"
std::string insert_text(std::span<const column> of, std::string_view table);
std::string update_text(std::span<const column> of, std::string_view table); // every column, where "id" = $id
std::string create_text(std::span<const column> of, std::string_view table); // what a first migration says

// One text a table, made at its first use on this thread.
class sql_cache {
public:
  template <class Make>
  const std::string& operator()(std::string_view table, Make make) {
    auto found = texts_.find(table);
    if (found == texts_.end()) found = texts_.emplace(std::string(table), make()).first;
    return found->second;
  }

private:
  std::map<std::string, std::string, std::less<>> texts_;
};

// SELECT of all columns FROM table, ready for " WHERE …".
template <json::described T>
const std::string& select_sql(std::string_view table) {
  thread_local sql_cache cache;
  return cache(table,
               [&] { return "SELECT " + column_list(columns<T>()) + " FROM \"" + std::string(table) + '"'; });
}

template <json::described T>
void bind_columns(statement& to, const T& record, bool key_last) {
  int index = 0;
  boost::mp11::mp_for_each<member_list<T>>([&](auto member) {
    if (!key_last || json::key_of(member.name) != "id") to.bind_at(++index, record.*member.pointer);
  });
  if constexpr (requires { record.id; }) {
    if (key_last) to.bind_at(++index, record.id);
  }
}

template <json::described T>
void insert(connection& db, std::string_view table, const T& record) {
  thread_local sql_cache cache;
  auto into = db.prepare(cache(table, [&] { return insert_text(columns<T>(), table); }));
  bind_columns(into, record, false);
  into.run();
}

// Writes every column of the row with the record's id. False: there is no such row.
template <json::described T>
bool update(connection& db, std::string_view table, const T& record) {
  thread_local sql_cache cache;
  auto to = db.prepare(cache(table, [&] { return update_text(columns<T>(), table); }));
  bind_columns(to, record, true);
  to.run();
  return db.changes() > 0;
}

// The record that stands in the row from column `first` on, its columns in the order of columns<T>().
template <json::described T>
T from_row(const statement& row, int first = 0) {
  T out{};
  boost::mp11::mp_for_each<member_list<T>>([&](auto member) {
    auto& to = out.*member.pointer;
    to = row.get<std::remove_cvref_t<decltype(to)>>(first++);
  });
  return out;
}

// All rows that are left.
template <json::described T>
std::vector<T> all_rows(statement& of) {
  std::vector<T> out;
  while (of.step()) out.push_back(from_row<T>(of));
  return out;
}
template <json::described T>
std::optional<T> next_row(statement& of) {
  if (!of.step()) return std::nullopt;
  return from_row<T>(of);
}

template <json::described T, class Of>
std::optional<T> find(connection& db, std::string_view table, const id<Of>& key) {
  thread_local sql_cache cache;
  auto row = db.prepare(cache(table, [&] { return select_sql<T>(table) + " WHERE \"id\" = $id"; }));
  row.bind("id", key);
  return next_row<T>(row);
}

// What is different between the table as it stands in the database and the description: one line each, empty
// where they agree.
std::vector<std::string> schema_differences(connection& db, std::string_view table,
                                            std::span<const column> wanted);
template <json::described T>
bool schema_matches(connection& db, std::string_view table) {
  return schema_differences(db, table, columns<T>()).empty();
}

} // namespace kotobashi::store

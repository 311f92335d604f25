#include "server/store/engine/record.hpp"

#include <algorithm>

namespace kotobashi::store {

namespace {
std::string quoted(std::string_view name) {
  return '"' + std::string(name) + '"';
}

void append(std::string& list, std::string_view separator, const std::string& item) {
  if (!list.empty()) list += separator;
  list += item;
}

bool same_type(std::string_view is, std::string_view wanted, bool key) {
  // SQLite: INTEGER PRIMARY KEY is the row's own number and has no index of its own.
  return is == wanted || (is == "INTEGER" && wanted == "BIGINT" && key);
}
} // namespace

std::string column_list(std::span<const column> of, std::string_view alias) {
  std::string prefix = alias.empty() ? "" : std::string(alias) + ".";
  std::string list;
  for (const column& each : of) append(list, ", ", prefix + quoted(each.name));
  return list;
}

std::string insert_text(std::span<const column> of, std::string_view table) {
  std::string values;
  for (const column& each : of) append(values, ", ", "$" + std::string(each.name));
  return "INSERT INTO " + quoted(table) + " (" + column_list(of) + ") VALUES (" + values + ")";
}

std::string update_text(std::span<const column> of, std::string_view table) {
  std::string changes;
  for (const column& each : of)
    if (!each.key) append(changes, ", ", quoted(each.name) + " = $" + std::string(each.name));
  return "UPDATE " + quoted(table) + " SET " + changes + " WHERE \"id\" = $id";
}

std::string create_text(std::span<const column> of, std::string_view table) {
  std::string lines;
  for (const column& each : of)
    append(lines, ",\n  ",
           quoted(each.name) + " " + std::string(each.type) + (each.nullable ? "" : " NOT NULL") +
               (each.key ? " PRIMARY KEY" : ""));
  return "CREATE TABLE " + quoted(table) + " (\n  " + lines + "\n)";
}

std::vector<std::string> schema_differences(connection& db, std::string_view table,
                                            std::span<const column> wanted) {
  std::vector<std::string> found;
  std::vector<std::string> seen;
  auto row = db.query("SELECT name, type, \"notnull\", pk FROM pragma_table_info($table)", "table", table);
  while (row.step()) {
    auto name = row.get<std::string>(0);
    seen.push_back(name);
    auto want = std::ranges::find(wanted, name, &column::name);
    bool key = row.get<std::int64_t>(3) > 0;
    bool nullable = !row.get<bool>(2) && !key;
    if (want == wanted.end()) {
      found.push_back(name + ": the record has no such member");
    } else if (!same_type(row.get<std::string>(1), want->type, key)) {
      found.push_back(name + ": is " + row.get<std::string>(1) + ", should be " + std::string(want->type));
    } else if (nullable && !want->nullable) {
      found.push_back(name + ": should be NOT NULL");
    } else if (!nullable && want->nullable && want->optional) {
      found.push_back(name + ": should allow NULL");
    }
  }
  for (const column& each : wanted)
    if (std::ranges::find(seen, each.name) == seen.end())
      found.push_back(std::string(each.name) + ": is missing");
  return found;
}

} // namespace kotobashi::store

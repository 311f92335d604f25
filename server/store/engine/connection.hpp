#pragma once

#include "server/store/engine/error.hpp"
#include "server/store/engine/statement.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace kotobashi::store {

enum class access { read_only, read_write };

// One SQLite connection and its prepared statements. Used by one thread at a time. Every failure is an
// exception (error.hpp).
//
// SQL is what SQLite 3.40 and PostgreSQL 15 both accept; parameters are written $name and bound by name:
//
//   db.run("UPDATE notice SET state = $state WHERE id = $id", "state", notice_state::withdrawn, "id", id);
//   auto found = db.query("SELECT number FROM notice WHERE id = $id", "id", id);
//   if (found.step()) use(found.get<std::optional<std::int64_t>>(0));
class connection {
public:
  // `vfs`: name of a registered SQLite VFS; empty: the system's.
  connection(const std::filesystem::path& file, access how, const std::string& vfs = {});
  ~connection();
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;

  // A statement from the cache, compiled at its first use; it goes back when the handle ends. The same SQL
  // may be in use twice.
  statement prepare(std::string_view sql);

  // Prepared, with `name, value` pairs bound.
  template <class... NamesAndValues>
  statement query(std::string_view sql, const NamesAndValues&... bound) {
    statement out = prepare(sql);
    bind_pairs(out, bound...);
    return out;
  }
  // Runs a statement to its end. How many rows it changed.
  template <class... NamesAndValues>
  std::int64_t run(std::string_view sql, const NamesAndValues&... bound) {
    query(sql, bound...).run();
    return changes();
  }
  // One or more statements without parameters, not cached: schema and pragmas.
  void execute(const std::string& sql);

  std::int64_t changes() const;       // rows that the last statement wrote
  std::int64_t total_changes() const; // rows written since the connection was opened
  bool in_transaction() const;        // asks sqlite3_get_autocommit
  // From now on only `transaction` commits. SQLite ends a transaction by itself after some errors; whoever
  // swallowed such an error would go on in autocommit mode otherwise, each statement a commit of its own.
  void commit_only_when_told();
  sqlite3* handle() const { return handle_; }

private:
  friend class transaction;
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using cached = std::unique_ptr<prepared>;

  static void bind_pairs(statement&) {}
  template <class Name, class Value, class... Rest>
  static void bind_pairs(statement& to, const Name& name, const Value& value, const Rest&... rest) {
    to.bind(name, value);
    bind_pairs(to, rest...);
  }
  cached compile(std::string_view sql, std::vector<cached>& home);

  sqlite3* handle_ = nullptr;
  bool told_to_commit_ = false;
  std::unordered_map<std::string, std::vector<cached>, hash, std::equal_to<>> idle_;
};

} // namespace kotobashi::store

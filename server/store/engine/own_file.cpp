#include "server/store/engine/own_file.hpp"

#include <string>

namespace kotobashi::store {

namespace fs = std::filesystem;

namespace {
constexpr std::int64_t own_id = 0x4B6F746F; // "Koto"

std::int64_t number(connection& of, std::string_view sql) {
  auto row = of.query(sql);
  return row.step() ? row.get<std::int64_t>(0) : 0;
}

std::uintmax_t size_of(const fs::path& file) {
  std::error_code missing;
  const auto size = fs::file_size(file, missing);
  return missing ? 0 : size;
}
} // namespace

void refuse_emptied(const fs::path& file) {
  if (size_of(file) > 0) return;
  const fs::path wal = file.string() + "-wal";
  if (size_of(wal) > 0)
    throw cannot_open("it is empty or missing, but " + wal.filename().string() +
                      " beside it holds changes: put the database back");
  // Keys are made once the database is there.
  if (fs::exists(file) && fs::exists(file.parent_path() / "tls"))
    throw cannot_open("it is empty, although this center has run before: put a copy of the database back, or "
                      "remove the file to begin anew");
}

void refuse_foreign(connection& of) {
  const auto id = number(of, "PRAGMA application_id");
  if (id == own_id) return;
  const bool fresh = number(of, "SELECT count(*) FROM sqlite_master") == 0;
  // A center's database from before it was marked.
  const bool migrated =
      number(of, "SELECT count(*) FROM pragma_table_info('migration') WHERE name IN ('name', 'at')") == 2;
  if (id == 0 && (fresh || migrated)) return;
  throw cannot_open("it is another program's database: give kotobashi-server a directory of its own");
}

void mark_as_own(connection& of) {
  if (number(of, "PRAGMA application_id") == own_id) return;
  of.execute("PRAGMA application_id = " + std::to_string(own_id));
}

} // namespace kotobashi::store

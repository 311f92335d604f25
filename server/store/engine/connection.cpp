#include "server/store/engine/connection.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace kotobashi::store {

namespace {
constexpr int busy_ms = 5000;

// SQLite counts the memory it takes behind one lock for all threads, unless it is told not to before its
// first use.
void without_memory_statistics() {
  static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once);
}
} // namespace

connection::connection(const std::filesystem::path& file, access how, const std::string& vfs) {
  without_memory_statistics();
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= how == access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  int code = sqlite3_open_v2(file.c_str(), &handle_, flags, vfs.empty() ? nullptr : vfs.c_str());
  if (code != SQLITE_OK) {
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> closing(handle_, sqlite3_close_v2);
    throw_error(handle_, code, "opening " + file.string());
  }
  sqlite3_busy_timeout(handle_, busy_ms);
}

connection::~connection() {
  idle_.clear();
  sqlite3_close_v2(handle_);
}

statement connection::prepare(std::string_view sql) {
  auto found = idle_.find(sql);
  if (found == idle_.end()) found = idle_.emplace(std::string(sql), std::vector<cached>()).first;
  auto& home = found->second;
  if (home.empty()) return statement(compile(sql, home));
  cached ready = std::move(home.back());
  home.pop_back();
  return statement(std::move(ready));
}

connection::cached connection::compile(std::string_view sql, std::vector<cached>& home) {
  sqlite3_stmt* compiled = nullptr;
  const char* rest = nullptr;
  int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                &compiled, &rest);
  if (code != SQLITE_OK) throw_error(handle_, code, std::string_view(sql).substr(0, sql.find('\n')));
  auto out = std::make_unique<prepared>(compiled, &home);
  std::string_view tail = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  if (!compiled || tail.find_first_not_of(" \n\t;") != tail.npos)
    throw std::logic_error("not one statement: " + std::string(sql));
  return out;
}

void connection::execute(const std::string& sql) {
  int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw_error(handle_, code, sql);
}

std::int64_t connection::changes() const {
  return sqlite3_changes64(handle_);
}
std::int64_t connection::total_changes() const {
  return sqlite3_total_changes64(handle_);
}
bool connection::in_transaction() const {
  return sqlite3_get_autocommit(handle_) == 0;
}

// A commit hook that says no turns the commit into a rollback.
void connection::commit_only_when_told() {
  sqlite3_commit_hook(
      handle_, [](void* self) { return static_cast<connection*>(self)->told_to_commit_ ? 0 : 1; }, this);
}

} // namespace kotobashi::store

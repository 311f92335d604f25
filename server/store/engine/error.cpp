#include "server/store/engine/error.hpp"

#include <sqlite3.h>

#include <cerrno>

namespace kotobashi::store {

bool storage_error::full() const {
  if (primary_code() == SQLITE_FULL) return true;
  return primary_code() == SQLITE_IOERR && (system_errno() == ENOSPC || system_errno() == EDQUOT);
}

namespace {
// sqlite3_system_errno() does not know of a COMMIT that failed: the file system itself is asked, right after.
int system_errno_of(sqlite3* connection) {
  sqlite3_vfs* vfs = nullptr;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_VFS_POINTER, static_cast<void*>(&vfs)) !=
          SQLITE_OK ||
      !vfs || !vfs->xGetLastError)
    return sqlite3_system_errno(connection);
  return vfs->xGetLastError(vfs, 0, nullptr);
}
} // namespace

void throw_error(sqlite3* connection, int code, std::string_view doing) {
  std::string what = "database: ";
  what += sqlite3_errmsg(connection);
  what += " (";
  what += std::to_string(code);
  what += ") while ";
  what += doing;
  const int system_errno = system_errno_of(connection);
  switch (code & 0xFF) {
  case SQLITE_FULL:
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
  case SQLITE_READONLY:
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB: throw storage_error(code, system_errno, what);
  case SQLITE_CONSTRAINT: throw constraint_error(code, 0, what);
  default: throw error(code, 0, what);
  }
}

} // namespace kotobashi::store

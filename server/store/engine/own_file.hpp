#pragma once

#include "server/store/engine/connection.hpp"

#include <filesystem>

// Is the file at the database's place the center's own? Whatever else lies there is left as it is. All throw
// cannot_open with the end of a line that begins with the file's name.
namespace kotobashi::store {

// Before it is opened: no file, or one of no bytes, is a new database only where nothing says that there was
// one before. SQLite would throw away what lies beside it.
void refuse_emptied(const std::filesystem::path& file);

// Before anything is changed in it: another program's database is neither read nor brought up to date.
void refuse_foreign(connection& of);

// So that file(1), and this program the next time, know whose it is.
void mark_as_own(connection& of);

} // namespace kotobashi::store

#pragma once

#include "server/store/engine/connection.hpp"

#include <string>
#include <string_view>

namespace kotobashi::store {

// A transaction that undoes itself unless it is committed. Taken for writing at once where the connection can
// write.
class transaction {
public:
  explicit transaction(connection& of);
  ~transaction();
  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;
  // Returns when the changes are on disk. Where it throws, nothing of the transaction is left.
  void commit();

private:
  connection& of_;
  bool open_ = true;
};

// A part of a transaction that undoes itself unless it is kept. Where SQLite has already ended the whole
// transaction (a full disk does that), there is nothing to undo and the destructor does nothing.
class savepoint {
public:
  explicit savepoint(connection& of);
  ~savepoint();
  savepoint(const savepoint&) = delete;
  savepoint& operator=(const savepoint&) = delete;
  void keep();

private:
  connection& of_;
  bool open_ = true;
};

} // namespace kotobashi::store

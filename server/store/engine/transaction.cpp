#include "server/store/engine/transaction.hpp"

#include <sqlite3.h>

namespace kotobashi::store {

namespace {
void undo_all(connection& of) noexcept {
  try {
    if (of.in_transaction()) of.run("ROLLBACK");
  } catch (const error&) { // SQLite has ended it then
  }
}
} // namespace

transaction::transaction(connection& of) : of_(of) {
  of_.run(sqlite3_db_readonly(of_.handle(), "main") == 0 ? "BEGIN IMMEDIATE" : "BEGIN");
}

transaction::~transaction() {
  if (open_) undo_all(of_);
}

void transaction::commit() {
  open_ = false;
  of_.told_to_commit_ = true;
  try {
    of_.run("COMMIT");
  } catch (...) {
    of_.told_to_commit_ = false;
    undo_all(of_);
    throw;
  }
  of_.told_to_commit_ = false;
}

savepoint::savepoint(connection& of) : of_(of) {
  of_.run("SAVEPOINT part");
}

savepoint::~savepoint() {
  if (!open_ || !of_.in_transaction()) return;
  try {
    of_.run("ROLLBACK TO part");
    of_.run("RELEASE part");
  } catch (const error&) { // a part that cannot be undone must not be committed with the rest
    undo_all(of_);
  }
}

void savepoint::keep() {
  of_.run("RELEASE part");
  open_ = false;
}

} // namespace kotobashi::store

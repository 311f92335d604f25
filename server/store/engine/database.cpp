#include "server/store/engine/database.hpp"

#include "server/store/engine/own_file.hpp"
#include "server/store/engine/transaction.hpp"
#include "server/store/engine/uuid.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace kotobashi::store {

namespace {
constexpr int on = 1, off = 0;

void configure(connection& db, int option, int value) {
  int code = sqlite3_db_config(db.handle(), option, value, nullptr);
  if (code != SQLITE_OK) throw_error(db.handle(), code, "setting up the connection");
}

// For readers and the writer. A typing error in a quoted column name must not become a text (DQS).
void set_up(connection& db) {
  configure(db, SQLITE_DBCONFIG_DEFENSIVE, on);
  configure(db, SQLITE_DBCONFIG_DQS_DML, off);
  configure(db, SQLITE_DBCONFIG_DQS_DDL, off);
  db.execute("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0; PRAGMA temp_store "
             "= MEMORY");
}

void use_wal(connection& db) {
  auto mode = db.query("PRAGMA journal_mode = WAL");
  if (!mode.step() || mode.get<std::string>(0) != "wal")
    throw cannot_open("the file system does not allow a WAL");
}

void set_up_writer(connection& db, const options& how) {
  set_up(db);
  use_wal(db);
  db.execute(how.sync == synchronous::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
  db.execute("PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -8000; "
             "PRAGMA journal_size_limit = " +
             std::to_string(how.wal_hard_limit));
}

std::string epoch_of(connection& db, const clock& now, const chance& random) {
  transaction all(db);
  db.run("INSERT INTO fact (name, value) VALUES ('epoch', $value) ON CONFLICT (name) DO NOTHING", "value",
         uuid_source(now, random).next());
  std::string epoch;
  {
    auto row = db.query("SELECT value FROM fact WHERE name = 'epoch'");
    if (row.step()) epoch = row.get<std::string>(0);
  }
  all.commit();
  return epoch;
}

std::size_t pages_in(const std::filesystem::path& wal, std::size_t page_size) {
  std::error_code missing;
  auto size = std::filesystem::file_size(wal, missing);
  return missing ? 0 : static_cast<std::size_t>(size) / page_size;
}

// SQLite gives the WAL the permissions of the database.
void make_private(const std::filesystem::path& file) {
  int made = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made < 0) throw cannot_open(std::generic_category().message(errno));
  close(made);
}

constexpr const char* damaged = "it is damaged, or no database at all: put a copy of it back: ";
bool is_damage(const error& why) {
  return why.primary_code() == SQLITE_CORRUPT || why.primary_code() == SQLITE_NOTADB;
}

std::vector<migration> with_engine(std::span<const migration> migrations) {
  auto engine = engine_migrations();
  std::vector<migration> all(engine.begin(), engine.end());
  all.insert(all.end(), migrations.begin(), migrations.end());
  return all;
}
} // namespace

database::database(const options& how, std::span<const migration> migrations, const clock& now,
                   const chance& random)
    : file_(how.directory / "kotobashi.db"), vfs_(how.vfs), lock_(how.directory) {
  try {
    refuse_emptied(file_);
    make_private(file_);
    wal_pages_ = pages_in(file_.string() + "-wal", page_size);
    writer_ = std::make_unique<connection>(file_, access::read_write, vfs_);
    refuse_foreign(*writer_);
    set_up_writer(*writer_, how);
    migrate(*writer_, with_engine(migrations), now());
    mark_as_own(*writer_);
    epoch_ = epoch_of(*writer_, now, random);
  } catch (const cannot_open& why) {
    throw cannot_open(file_.string() + ": " + why.what());
  } catch (const error& why) {
    throw cannot_open(file_.string() + ": " + (is_damage(why) ? damaged : "") + why.what());
  }
  watch_wal();
  writer_->commit_only_when_told();
}

// The hook tells the WAL's length after each commit. It takes the place of the automatic checkpoint.
void database::watch_wal() {
  sqlite3_wal_hook(
      writer_->handle(),
      [](void* self, sqlite3*, const char*, int pages) {
        static_cast<database*>(self)->wal_pages_ = static_cast<std::size_t>(pages);
        return SQLITE_OK;
      },
      this);
}

std::unique_ptr<connection> database::open_reader() const {
  try {
    auto out = std::make_unique<connection>(file_, access::read_only, vfs_);
    set_up(*out);
    configure(*out, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on);
    return out;
  } catch (const error& why) {
    throw cannot_open(file_.string() + ": " + why.what());
  }
}

bool database::checkpoint() {
  int pages = 0, copied = 0;
  int code = sqlite3_wal_checkpoint_v2(writer_->handle(), "main", SQLITE_CHECKPOINT_PASSIVE, &pages, &copied);
  if (code != SQLITE_OK && code != SQLITE_BUSY) throw_error(writer_->handle(), code, "copying the WAL");
  if (code != SQLITE_OK || copied != pages) return false;
  wal_pages_ = 0; // the next commit starts the WAL anew
  return true;
}

} // namespace kotobashi::store

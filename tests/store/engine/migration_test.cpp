#include "server/store/engine/database.hpp"
#include "server/store/engine/migration.hpp"
#include "server/store/engine/transaction.hpp"
#include "tests/store/engine/running_engine.hpp"

#include <doctest/doctest.h>

#include <array>

namespace kotobashi::store {

using test::running_engine;

namespace {
constexpr migration first{"0001 parents", R"(
CREATE TABLE parent (id TEXT NOT NULL PRIMARY KEY);
CREATE TABLE child (id TEXT NOT NULL PRIMARY KEY, parent TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE);
INSERT INTO parent (id) VALUES ('p');
INSERT INTO child (id, parent) VALUES ('c', 'p');
)"};
// As every change of a column goes in SQLite: a new table, the rows, and the old one dropped.
constexpr migration rebuild{"0002 names", R"(
CREATE TABLE parent_new (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO parent_new (id, name) SELECT id, 'nameless' FROM parent;
DROP TABLE parent;
ALTER TABLE parent_new RENAME TO parent;
)"};
constexpr migration breaks{"0003 breaks", "CREATE TABLE kept (a TEXT); DELETE FROM parent"};
constexpr migration fails{"0003 fails", "CREATE TABLE kept (a TEXT); CREATE TABLE kept (a TEXT)"};

struct database_file {
  test::temporary_directory directory;
  connection db{directory.path() / "a.db", access::read_write};
  database_file() { db.execute("PRAGMA foreign_keys = ON"); }
  void migrate_to(std::vector<migration> steps) { migrate(db, steps, instant{7}); }
  std::string refused(std::vector<migration> steps) {
    try {
      migrate_to(std::move(steps));
    } catch (const cannot_open& why) {
      return why.what();
    }
    return {};
  }
};
} // namespace

TEST_CASE("migrations run once, in order, and are written down with their time") {
  database_file on;
  on.migrate_to({first, rebuild});
  on.migrate_to({first, rebuild});
  auto row = on.db.query("SELECT name, at FROM migration ORDER BY name");
  REQUIRE(row.step());
  CHECK(row.get<std::string>(0) == "0001 parents");
  CHECK(row.get<instant>(1) == instant{7});
  REQUIRE(row.step());
  CHECK(row.get<std::string>(0) == "0002 names");
  CHECK_FALSE(row.step());
}

TEST_CASE("rebuilding a parent keeps its children, and foreign keys are on again afterwards") {
  database_file on;
  on.migrate_to({first});
  on.migrate_to({first, rebuild});
  CHECK(test::count(on.db, "SELECT COUNT(*) FROM child") == 1);
  CHECK(test::count(on.db, "SELECT COUNT(*) FROM parent WHERE name = 'nameless'") == 1);
  CHECK_THROWS_AS(on.db.run("INSERT INTO child (id, parent) VALUES ('d', 'nobody')"), constraint_error);
}

TEST_CASE("the same rebuild with foreign keys on empties the children: that is why they are off") {
  database_file on;
  on.migrate_to({first});
  transaction all(on.db);
  on.db.execute(std::string(rebuild.sql));
  all.commit();
  CHECK(test::count(on.db, "SELECT COUNT(*) FROM child") == 0);
}

TEST_CASE("a step that leaves rows pointing nowhere is refused and leaves nothing") {
  database_file on;
  on.migrate_to({first});
  CHECK(on.refused({first, breaks}) ==
        "the change \"0003 breaks\" failed: rows of child would point to missing rows of parent");
  CHECK(test::count(on.db, "SELECT COUNT(*) FROM parent") == 1);
  CHECK(test::count(on.db, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'kept'") == 0);
}

TEST_CASE("a step that fails leaves nothing, and the steps before it stay") {
  database_file on;
  CHECK(on.refused({first, fails}).starts_with("the change \"0003 fails\" failed: "));
  CHECK(test::count(on.db, "SELECT COUNT(*) FROM child") == 1);
  CHECK(test::count(on.db, "SELECT COUNT(*) FROM migration") == 1);
  CHECK(test::count(on.db, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'kept'") == 0);
}

TEST_CASE("a database that is newer than the program is refused with one line that names file and change") {
  test::temporary_directory directory;
  auto how = test::in(directory);
  { database newer(how, std::array{first, rebuild}, system_clock(), system_chance()); }
  try {
    database older(how, std::array{first}, system_clock(), system_chance());
    FAIL("it was opened");
  } catch (const cannot_open& why) {
    CHECK(std::string(why.what()) == (how.directory / "kotobashi.db").string() +
                                         ": it was written by a newer version of kotobashi-server, "
                                         "which made the change \"0002 names\"; use that version");
  }
}

TEST_CASE("what was remembered before keys came first in the index is still known") {
  test::temporary_directory directory;
  const auto how = test::in(directory);
  {
    std::filesystem::create_directories(how.directory);
    connection db(how.directory / "kotobashi.db", access::read_write);
    migrate(db, engine_migrations().first(1), instant{7});
    db.run("INSERT INTO idempotency (account, key, hash, status, record, at) "
           "VALUES ('somebody', 'k', 'h', 201, 'made', 7), ('another', 'k', 'h', 200, 'changed', 7)");
  }
  running_engine on(how);
  auto past = on.write([](unit_of_work& work) { return work.recall("somebody", "k", "h"); });
  REQUIRE(past.has_value());
  REQUIRE(past->has_value());
  CHECK((*past)->record == "made");
  CHECK(on.count("SELECT COUNT(*) FROM idempotency") == 2);
}

} // namespace kotobashi::store

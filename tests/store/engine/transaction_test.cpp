#include "server/store/engine/transaction.hpp"
#include "tests/store/engine/running_engine.hpp"

#include <doctest/doctest.h>

namespace kotobashi::store {

namespace {
struct table {
  test::temporary_directory directory;
  connection db{directory.path() / "a.db", access::read_write};
  table() { db.execute("CREATE TABLE t (a BIGINT NOT NULL)"); }
  void add(std::int64_t a) { db.run("INSERT INTO t (a) VALUES ($a)", "a", a); }
  std::int64_t sum() { return test::count(db, "SELECT COALESCE(SUM(a), 0) FROM t"); }
};
} // namespace

TEST_CASE("a transaction undoes itself unless it is committed") {
  table t;
  {
    transaction all(t.db);
    t.add(1);
    CHECK(t.db.in_transaction());
  }
  CHECK_FALSE(t.db.in_transaction());
  CHECK(t.sum() == 0);
  transaction all(t.db);
  t.add(2);
  all.commit();
  CHECK(t.sum() == 2);
}

TEST_CASE("a savepoint undoes its part and leaves the rest, also inside another one") {
  table t;
  transaction all(t.db);
  t.add(1);
  {
    savepoint outer(t.db);
    t.add(10);
    {
      savepoint inner(t.db);
      t.add(100);
    }
    outer.keep();
  }
  {
    savepoint undone(t.db);
    t.add(1000);
    savepoint kept_inside(t.db);
    t.add(10000);
    kept_inside.keep();
  }
  all.commit();
  CHECK(t.sum() == 11);
}

TEST_CASE("a savepoint whose transaction SQLite has ended does nothing") {
  table t;
  transaction all(t.db);
  {
    savepoint part(t.db);
    t.add(1);
    t.db.execute("ROLLBACK");
  }
  CHECK(t.sum() == 0);
}

TEST_CASE("where only transactions commit, a statement that stands alone changes nothing") {
  table t;
  t.db.commit_only_when_told();
  CHECK_THROWS_AS(t.add(1), constraint_error);
  CHECK(t.sum() == 0);
  transaction all(t.db);
  t.add(2);
  all.commit();
  CHECK(t.sum() == 2);
}

TEST_CASE("a commit that fails leaves nothing of the transaction and no transaction open") {
  table t;
  t.db.execute("PRAGMA foreign_keys = ON; CREATE TABLE parent (id TEXT PRIMARY KEY);"
               "CREATE TABLE child (parent TEXT REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)");
  {
    transaction all(t.db);
    t.add(1);
    t.db.run("INSERT INTO child (parent) VALUES ('nobody')");
    CHECK_THROWS_AS(all.commit(), constraint_error);
    CHECK_FALSE(t.db.in_transaction());
  }
  CHECK(t.sum() == 0);
}

} // namespace kotobashi::store

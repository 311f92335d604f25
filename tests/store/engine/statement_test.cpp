#include "server/model/enums.hpp"
#include "server/store/engine/connection.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace kotobashi::store {

namespace {
struct opened {
  test::temporary_directory directory;
  connection db{directory.path() / "a.db", access::read_write};
};
} // namespace

TEST_CASE("parameters are bound by name, whatever their order and however often they stand in the SQL") {
  opened on;
  auto row = on.db.query("SELECT $b || $a || $b", "a", "x", "b", "y");
  REQUIRE(row.step());
  CHECK(row.get<std::string>(0) == "yxy");
  CHECK_FALSE(row.step());
}

TEST_CASE("a parameter that is forgotten, or that the statement lacks, is a bug and throws") {
  opened on;
  auto forgotten = on.db.query("SELECT $a, $b", "a", 1);
  CHECK_THROWS_AS(forgotten.step(), std::logic_error);
  CHECK_THROWS_AS(on.db.query("SELECT $a", "c", 1), std::logic_error);
}

TEST_CASE("one prepared statement is one statement") {
  opened on;
  CHECK_THROWS_AS(on.db.prepare("SELECT 1; SELECT 2"), std::logic_error);
  CHECK_THROWS_AS(on.db.prepare("  "), std::logic_error);
  CHECK_NOTHROW(on.db.prepare("SELECT 1;\n"));
}

TEST_CASE("the same SQL can be in use twice") {
  opened on;
  const char* sql = "SELECT 1 UNION ALL SELECT 2";
  auto outer = on.db.prepare(sql);
  int pairs = 0;
  while (outer.step()) {
    auto inner = on.db.prepare(sql);
    while (inner.step()) ++pairs;
  }
  CHECK(pairs == 4);
}

TEST_CASE("columns come back as the types that went in") {
  opened on;
  std::optional<instant> nothing;
  auto row = on.db.query(
      "SELECT $flag AS flag, $n AS n, $at AS at, $half AS half, $word AS word, $none AS empty, "
      "$tag AS tag, $long AS long",
      "flag", true, "n", std::numeric_limits<std::int64_t>::min(), "at", instant{42}, "half", 0.5, "word",
      hazard::storm_surge, "none", nothing, "tag", language_tag("zh-Hans"), "long", text<10>("地震"));
  REQUIRE(row.step());
  CHECK(row.get<bool>("flag"));
  CHECK(row.get<std::int64_t>("n") == std::numeric_limits<std::int64_t>::min());
  CHECK(row.get<instant>("at") == instant{42});
  CHECK(row.get<double>("half") == 0.5);
  CHECK(row.get<hazard>("word") == hazard::storm_surge);
  CHECK(row.is_null(5));
  CHECK(row.get<std::optional<instant>>("empty") == std::nullopt);
  CHECK(row.get<language_tag>("tag") == language_tag("zh-Hans"));
  CHECK(row.get<text<10>>("long") == text<10>("地震"));
  CHECK_THROWS_AS(row.get<int>("missing"), std::logic_error);
}

TEST_CASE("a column that holds something else than asked for throws and does not tell what it holds") {
  opened on;
  auto row = on.db.query("SELECT 'Tanaka' AS name, 5000000000 AS n, NULL AS empty");
  REQUIRE(row.step());
  CHECK_THROWS_AS(row.get<std::int64_t>("name"), error);
  CHECK_THROWS_AS(row.get<hazard>("name"), error);
  CHECK_THROWS_AS(row.get<int>("n"), error);
  CHECK_THROWS_AS(row.get<std::string>("empty"), error);
  try {
    row.get<hazard>("name");
  } catch (const error& why) {
    CHECK(std::string(why.what()).find("Tanaka") == std::string::npos);
  }
}

TEST_CASE("text that PostgreSQL would not take is refused: U+0000, also inside JSON, and bytes that are not "
          "UTF-8") {
  opened on;
  for (const std::string& bad :
       {std::string("a\0b", 3), std::string("ends with it\0", 13), std::string("\xC3"),
        std::string("12345678\xFF"
                    "2345678"),
        std::string("12345678\0"
                    "2345678",
                    16)})
    CHECK_THROWS_AS(on.db.query("SELECT $a", "a", bad), unstorable_text);
  for (const std::string& good :
       {std::string(), std::string("12345678"), std::string("給水車 12345678 \xC3\xA9")}) {
    auto row = on.db.query("SELECT $a", "a", good);
    REQUIRE(row.step());
    CHECK(row.get<std::string>(0) == good);
  }
  using list = std::vector<std::string>;
  CHECK_THROWS_AS(on.db.query("SELECT $a", "a", list{std::string("a\0b", 3)}), unstorable_text);
  CHECK_THROWS_AS(on.db.query("SELECT $a", "a", list{std::string("\\\0b", 3)}), unstorable_text);
  CHECK_NOTHROW(on.db.query("SELECT $a", "a", list{"\\u0000 written out"}));
}

TEST_CASE("an empty id is stored as NULL and comes back empty") {
  opened on;
  auto row = on.db.query("SELECT $none, $some", "none", id<struct thing>{}, "some", id<struct thing>{"x"});
  REQUIRE(row.step());
  CHECK(row.is_null(0));
  CHECK(row.get<id<struct thing>>(0).empty());
  CHECK(row.get<id<struct thing>>(1).value == "x");
}

TEST_CASE("errors carry SQLite's extended code and are of the class that fits") {
  opened on;
  on.db.execute("CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY)");
  on.db.run("INSERT INTO t (a) VALUES ($a)", "a", "once");
  try {
    on.db.run("INSERT INTO t (a) VALUES ($a)", "a", "once");
    FAIL("it went in twice");
  } catch (const constraint_error& why) {
    CHECK(why.code() == 1555); // SQLITE_CONSTRAINT_PRIMARYKEY
    CHECK(why.primary_code() == 19);
  }
  CHECK_THROWS_AS(on.db.prepare("SELECT nothing FROM nowhere"), error);
  CHECK_THROWS_AS(connection(on.directory.path() / "missing.db", access::read_only), storage_error);
}

TEST_CASE("a statement starts again after its last row, and after an error") {
  opened on;
  on.db.execute("CREATE TABLE t (a BIGINT NOT NULL CHECK (a > 0))");
  const char* sql = "INSERT INTO t (a) VALUES ($a)";
  CHECK_THROWS_AS(on.db.run(sql, "a", 0), constraint_error);
  CHECK(on.db.run(sql, "a", 1) == 1);
  auto row = on.db.prepare("SELECT a FROM t");
  CHECK(row.step());
  CHECK_FALSE(row.step());
  CHECK(row.step());
}

} // namespace kotobashi::store

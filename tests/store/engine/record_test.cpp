#include "server/model/records.hpp"
#include "server/store/engine/record.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

namespace kotobashi::store {

namespace {
// Fills every member with something that differs from its default and from its neighbours.
class filler {
public:
  void fill(bool& to) { to = true; }
  void fill(int& to) { to = next(); }
  void fill(std::int64_t& to) { to = 1'000'000'000'000 + next(); }
  void fill(double& to) { to = next() + 0.25; }
  void fill(instant& to) { to = {1'300'000'000'000'000 + next()}; }
  void fill(std::string& to) { to = "文字 \"quoted\" \\ '" + std::to_string(next()); }
  void fill(language_tag& to) { to = "zh-Hant"; }
  void fill(boost::json::value& to) { to = boost::json::object{{"n", next()}, {"list", {1, "二", nullptr}}}; }
  template <std::size_t Max>
  void fill(text<Max>& to) {
    to = "短い" + std::to_string(next());
  }
  template <class Of>
  void fill(id<Of>& to) {
    auto tail = std::to_string(next());
    to = {"018f0000-0000-7000-8000-" + std::string(12 - tail.size(), '0') + tail};
  }
  template <class T>
  void fill(personal<T>& to) {
    fill(to.secret);
  }
  template <class T>
  void fill(std::optional<T>& to) {
    fill(to.emplace());
  }
  template <class T>
  void fill(std::vector<T>& to) {
    fill(to.emplace_back());
    fill(to.emplace_back());
  }
  template <class T>
  void fill(std::map<std::string, T>& to) {
    fill(to["ja"]);
    fill(to["ja-simple"]);
  }
  template <json::described_enum E>
  void fill(E& to) {
    using names = boost::describe::describe_enumerators<E>;
    to = boost::mp11::mp_back<names>::value;
  }
  template <json::described T>
  void fill(T& to) {
    boost::mp11::mp_for_each<json::members_of<T>>([&](auto member) { fill(to.*member.pointer); });
  }

private:
  int next() { return ++made_; }
  int made_ = 0;
};

template <class T>
T filled(int seed = 0) {
  filler with;
  T out{};
  for (int i = 0; i <= seed; ++i) with.fill(out);
  return out;
}
} // namespace

#define RECORDS                                                                                              \
  account, session, personal_link, activation, bulletin, inquiry, answer, log_entry, notice,                 \
      notice_revision, notice_text, request, assignment, call_outcome, volunteer

TEST_CASE_TEMPLATE("a record comes back from its table as it went in", T, RECORDS) {
  test::temporary_directory directory;
  connection db(directory.path() / "a.db", access::read_write);
  db.execute(create_text(columns<T>(), "record"));
  CHECK(schema_differences(db, "record", columns<T>()) == std::vector<std::string>{});

  T full = filled<T>();
  insert(db, "record", full);
  auto found = find<T>(db, "record", full.id);
  REQUIRE(found);
  CHECK(json::write_string(*found) == json::write_string(full));

  T changed{};
  changed.id = full.id;
  CHECK(update(db, "record", changed));
  found = find<T>(db, "record", full.id);
  REQUIRE(found);
  CHECK(json::write_string(*found) == json::write_string(changed));

  T other{};
  other.id = {"018f0000-0000-7000-8000-ffffffffffff"};
  CHECK_FALSE(update(db, "record", other));
  CHECK_FALSE(find<T>(db, "record", other.id));
}

TEST_CASE("event and audit line come back as they went in") {
  test::temporary_directory directory;
  connection db(directory.path() / "a.db", access::read_write);
  db.execute(create_text(columns<event>(), "event") + ";" + create_text(columns<audit_line>(), "audit"));
  auto happened = filled<event>();
  insert(db, "event", happened);
  auto events = db.query(select_sql<event>("event"));
  CHECK(json::write_string(all_rows<event>(events).at(0)) == json::write_string(happened));
  auto line = filled<audit_line>();
  insert(db, "audit", line);
  auto lines = db.query(select_sql<audit_line>("audit"));
  CHECK(json::write_string(all_rows<audit_line>(lines).at(0)) == json::write_string(line));
}

TEST_CASE("the SQL of a record names every column in quotes, without the underscore of C++'s own words") {
  CHECK(column_list(columns<call_outcome>()) == R"("id", "request", "volunteer", "outcome", "at", "by")");
  CHECK(column_list(columns<call_outcome>(), "c").starts_with(R"(c."id", c."request")"));
  CHECK(insert_text(columns<call_outcome>(), "call") ==
        R"(INSERT INTO "call" ("id", "request", "volunteer", "outcome", "at", "by") )"
        R"(VALUES ($id, $request, $volunteer, $outcome, $at, $by))");
  CHECK(
      update_text(columns<call_outcome>(), "call") ==
      R"(UPDATE "call" SET "request" = $request, "volunteer" = $volunteer, "outcome" = $outcome, "at" = $at, )"
      R"("by" = $by WHERE "id" = $id)");
  CHECK(column_list(columns<notice>()).find("\"template\"") != std::string::npos);
  CHECK(select_sql<answer>("answer").ends_with(R"( FROM "answer")"));
}

TEST_CASE("what differs between a table and its record is told column by column") {
  test::temporary_directory directory;
  connection db(directory.path() / "a.db", access::read_write);
  db.execute("CREATE TABLE link (id TEXT NOT NULL PRIMARY KEY, volunteer TEXT NOT NULL, token_hash TEXT, "
             "created_at TEXT NOT NULL, revoked_at BIGINT NOT NULL, more TEXT)");
  CHECK(schema_differences(db, "link", columns<personal_link>()) ==
        std::vector<std::string>{"token_hash: should be NOT NULL", "created_at: is TEXT, should be BIGINT",
                                 "revoked_at: should allow NULL", "more: the record has no such member",
                                 "expires_at: is missing"});
  CHECK_FALSE(schema_matches<personal_link>(db, "link"));
}

TEST_CASE("a record is read from the middle of a joined row") {
  test::temporary_directory directory;
  connection db(directory.path() / "a.db", access::read_write);
  db.execute(create_text(columns<answer>(), "answer"));
  insert(db, "answer", filled<answer>());
  auto row = db.query("SELECT 1, " + column_list(columns<answer>(), "a") + " FROM answer AS a");
  REQUIRE(row.step());
  CHECK(json::write_string(from_row<answer>(row, 1)) == json::write_string(filled<answer>()));
}

TEST_CASE("a stored word that this program does not know is an error and not a guess") {
  test::temporary_directory directory;
  connection db(directory.path() / "a.db", access::read_write);
  db.execute(create_text(columns<call_outcome>(), "call"));
  auto made = filled<call_outcome>();
  insert(db, "call", made);
  db.run("UPDATE call SET outcome = 'shouted'");
  CHECK_THROWS_AS(find<call_outcome>(db, "call", made.id), error);
}

} // namespace kotobashi::store

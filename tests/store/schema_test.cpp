#include "server/store/engine/database.hpp"
#include "server/store/schema.hpp"
#include "server/store/tables.hpp"
#include "server/store/translation_store.hpp"
#include "server/store/wording_store.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kotobashi;
using namespace kotobashi::store;

namespace {
template <class T>
void check_table(connection& db) {
  auto differences = schema_differences(db, table<T>, columns<T>());
  CAPTURE(table<T>);
  CHECK(differences == std::vector<std::string>{});
}
} // namespace

TEST_CASE("every table of the center has the columns of its record") {
  test::temporary_directory directory;
  options how;
  how.directory = directory.path();
  database opened(how, center_migrations(), system_clock(), system_chance());
  auto& db = opened.writer();
  check_table<account>(db);
  check_table<session>(db);
  check_table<personal_link>(db);
  check_table<volunteer>(db);
  check_table<activation>(db);
  check_table<notice>(db);
  check_table<notice_revision>(db);
  check_table<notice_text>(db);
  check_table<inquiry>(db);
  check_table<answer>(db);
  check_table<request>(db);
  check_table<assignment>(db);
  check_table<call_outcome>(db);
  check_table<bulletin>(db);
  check_table<log_entry>(db);
  check_table<translation>(db);
  check_table<wording_review>(db);
}

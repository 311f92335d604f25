#include "tests/roster/words.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kotobashi;

TEST_CASE("the demo's roster: 18 people, and two rows that say what is wrong with them") {
  auto read = test::imported(test::read_file(test::source_directory() / "scripts/demo-data/roster.csv"));
  CHECK(read.outcome.charset == "CP932");
  CHECK(read.outcome.accepted == 18);
  std::string rejected, warned;
  for (const auto& each : read.outcome.rejected)
    rejected += std::to_string(each.line) + ' ' + each.field + ' ' + each.code + '\n';
  CHECK(rejected == "11 生年月日 format\n19 対応言語 unknown\n");
  for (const auto& each : read.outcome.warnings)
    warned += std::to_string(each.line) + ' ' + each.field + ' ' + each.code + '\n';
  CHECK(warned == "22 備考 formula\n");
  int medical_vietnamese = 0;
  for (const auto& each : read.volunteers) {
    bool speaks = test::shown(each.spoken).find("vi") == 0;
    bool medical = !each.specialties.empty() && each.specialties.front() == specialty::medical;
    medical_vietnamese += speaks && medical;
  }
  CHECK(medical_vietnamese == 3);
}

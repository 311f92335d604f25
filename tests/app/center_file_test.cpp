#include "server/app/center_file.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace kotobashi;
using app::read_center_file;

namespace {
std::string example() {
  return test::read_file(test::source_directory() / "templates/center.example.toml");
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

int line_of(const std::string& text, std::string_view what) {
  auto at = text.find(what);
  REQUIRE(at != text.npos);
  return static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
}

struct file_in_directory {
  test::temporary_directory directory;
  std::filesystem::path path = directory.path() / "center.toml";
  explicit file_in_directory(const std::string& content) { test::write_file(path, content); }
};
} // namespace

TEST_CASE("the example is Kawasaki's center") {
  auto read = read_center_file(test::source_directory() / "templates/center.example.toml");
  if (read.has_error()) MESSAGE(read.error().detail);
  REQUIRE(read.has_value());
  CHECK(read->names.at("ja") == "川崎市災害時多言語支援センター");
  CHECK(domain::name_in(read->names, "de") == "川崎市災害時多言語支援センター");
  CHECK(read->municipality.code == "14130");
  REQUIRE(read->areas.size() == 7);
  CHECK(read->area("14131")->jma_code == "1413100");
  CHECK(read->area("14137")->names.at("en") == "Asao Ward");
  CHECK(read->area("13111") == nullptr);
  CHECK(read->regions.at(0).code == "360");
  CHECK(read->tsunami_coasts.at(0).code == "312");
  CHECK(read->tsunami_coasts.at(0).areas == std::vector<std::string>{"14131"});
  CHECK(read->trigger.opens == intensity::five_upper);
  CHECK(read->trigger.liaison == intensity::five_lower);
  CHECK(read->trigger.advice == intensity::four);
  CHECK(read->trigger.tsunami == domain::tsunami_category::warning);
  CHECK(read->trigger.missing_value_opens);
  CHECK(read->policies.texts.drafted_goes_out);
  CHECK_FALSE(read->policies.texts.drafted_critical_goes_out);
  CHECK(read->policies.rest.between == std::chrono::minutes{30});
  CHECK(read->policies.rest.per_day == std::chrono::hours{8});
  CHECK(read->policies.by_approval.medical);
  CHECK(read->day.phone == "044-000-0000");
  REQUIRE(read->night.has_value());
  CHECK(read->night->from == "17:00");
  CHECK(read->public_base_url.empty());
  CHECK(read->time_zone == "Asia/Tokyo");
}

TEST_CASE("an address loses its slash, lanes can be opened, the night may have no number of its own") {
  auto text =
      replaced(example(), "public_base_url = \"\"", "public_base_url = \"https://center.example.jp/\"");
  text = replaced(text, "by_approval = [\"on_site\", \"medical\", \"confidential\"]",
                  "by_approval = [\"medical\"]");
  text = text.substr(0, text.find("[contact.night]"));
  file_in_directory file(text);
  auto read = read_center_file(file.path);
  if (read.has_error()) MESSAGE(read.error().detail);
  REQUIRE(read.has_value());
  CHECK(read->public_base_url == "https://center.example.jp");
  CHECK(read->policies.by_approval.medical);
  CHECK_FALSE(read->policies.by_approval.on_site);
  CHECK_FALSE(read->night.has_value());
}

TEST_CASE("what is wrong is one line with file, line and reason") {
  struct row {
    std::string_view from, to, at, says;
  };
  const row rows[] = {
      {"opens = \"five_upper\"", "opens = \"5\"", "opens = \"5\"",
       "trigger.opens: there is no intensity \"5\""},
      {"opens = \"five_upper\"", "opens = 5", "opens = 5", "trigger.opens: expected a text"},
      {"opens = \"five_upper\"", "opens = \"unknown\"", "opens = \"unk",
       "trigger.opens: this is what is missing"},
      {"advice = \"four\"", "advice = \"seven\"", "advice = \"seven\"", "trigger.advice: is stronger"},
      {"rest_minutes = 30", "rest_minuets = 30", "rest_minuets",
       "policy.rest_minuets: there is no such member"},
      {"rest_minutes = 30", "rest_minutes = -1", "rest_minutes = -1",
       "policy.rest_minutes: expected from 0 to 1440"},
      {"time_zone = \"Asia/Tokyo\"", "time_zone = \"Asia/Kawasaki\"", "time_zone =", "there is no time zone"},
      {"jma_code = \"1413100\"", "jma_code = \"14131\"", "jma_code = \"14131\"",
       "area.jma_code: \"14131\" is not a code of 7"},
      {"code = \"14132\"", "code = \"14131\"", "code = \"14131\"\njma_code = \"14132",
       "area.code: \"14131\" stands there twice"},
      {"areas = [\"14131\"]", "areas = [\"13111\"]", "areas = [\"13111\"]",
       "tsunami_coast.areas: \"13111\" is none of"},
      {"tsunami = \"warning\"", "tsunami = \"forecast\"", "tsunami = \"forecast\"",
       "trigger.tsunami: expected advisory"},
      {"public_base_url = \"\"", "public_base_url = \"center\"",
       "public_base_url =", "public_base_url: \"center\" is not an address"},
      {"from = \"09:00\"", "from = \"9:00\"", "from = \"9:00\"", "contact.day.from: \"9:00\" is not a time"},
      {"phone = \"044-000-0000\"", "phone = \"none\"", "phone = \"none\"", "contact.day.phone"},
      {"name = { ja = \"幸区\", en", "name = { en", "name = { en", "area.name: there is no name in Japanese"},
      {"by_approval = [\"on_site\"", "by_approval = [\"onsite\"",
       "by_approval =", "policy.by_approval: \"onsite\" is none of"},
      {"time_zone = \"Asia/Tokyo\"", "time_zone = Asia/Tokyo", "time_zone =", ""}};
  for (const auto& [from, to, at, says] : rows) {
    const auto& shown = to;
    CAPTURE(shown);
    auto text = replaced(example(), from, to);
    file_in_directory file(text);
    auto read = read_center_file(file.path);
    REQUIRE(read.has_error());
    const auto& detail = read.error().detail;
    CAPTURE(detail);
    CHECK(detail.starts_with(file.path.string() + ":" + std::to_string(line_of(text, at)) + ": "));
    CHECK(detail.find(says) != std::string::npos);
    CHECK(detail.find('\n') == std::string::npos);
  }
}

TEST_CASE("a file that is not there, and one with nothing in it") {
  test::temporary_directory directory;
  auto absent = read_center_file(directory.path() / "center.toml");
  REQUIRE(absent.has_error());
  CHECK(absent.error().detail == (directory.path() / "center.toml").string() + ": cannot be read");
  file_in_directory empty("");
  CHECK(read_center_file(empty.path).has_error());
}

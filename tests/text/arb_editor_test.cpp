#include "server/text/langpack/arb_editor.hpp"
#include "tests/support/files.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace kotobashi;
using namespace kotobashi::test;
namespace fs = std::filesystem;

TEST_CASE("an ARB file that nobody changed is written byte for byte") {
  int files = 0;
  for (const auto& each : fs::recursive_directory_iterator(fixtures() / "langpacks")) {
    if (each.path().extension() != ".arb") continue;
    INFO(each.path().string());
    CHECK(langpack::arb_editor(each.path(), "").bytes() == read_file(each.path()));
    ++files;
  }
  CHECK(files == 18);
}

TEST_CASE("what is nested, empty or no text in an ARB file is kept") {
  temporary_directory directory;
  auto file = directory.path() / "a.arb";
  const std::string text = "{\n  \"@@locale\": \"ja\",\n  \"@@x\": {\n    \"a\": [\n      1,\n      []\n    "
                           "],\n    \"b\": {}\n  },\n"
                           "  \"t\": \"\\\"\\\\\\n/é\\u0001\",\n  \"@t\": {\n    \"x-other\": null\n  }\n}\n";
  write_file(file, text);
  CHECK(langpack::arb_editor(file, "ja").bytes() == text);
}

TEST_CASE("a new text stands behind the one that it follows, with what describes it behind it") {
  temporary_directory directory;
  langpack::arb_editor made(directory.path() / "new.arb", "vi");
  made.set_text("c", "3", "b");
  made.about("c")["x-status"] = "drafted";
  made.set_text("a", "1", "@@locale");
  made.set_text("b", "2", "a");
  made.set_text("a", "one", "c");
  made.about("a")["x-status"] = "checked";
  CHECK(made.bytes() == R"({
  "@@locale": "vi",
  "a": "one",
  "@a": {
    "x-status": "checked"
  },
  "b": "2",
  "c": "3",
  "@c": {
    "x-status": "drafted"
  }
}
)");
}

TEST_CASE("a file that is not an object cannot be edited") {
  temporary_directory directory;
  auto file = directory.path() / "a.arb";
  write_file(file, "[]");
  CHECK_THROWS_AS(langpack::arb_editor(file, "ja"), std::runtime_error);
  write_file(file, "{");
  CHECK_THROWS_AS(langpack::arb_editor(file, "ja"), std::runtime_error);
}

TEST_CASE("a file is replaced at once: its mode stays and nothing is left beside it") {
  temporary_directory directory;
  auto file = directory.path() / "a.arb";
  write_file(file, "old");
  auto mode = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read;
  fs::permissions(file, mode);
  langpack::write_atomically(file, "new");
  CHECK(read_file(file) == "new");
  CHECK(fs::status(file).permissions() == mode);
  CHECK(std::distance(fs::directory_iterator(directory.path()), fs::directory_iterator()) == 1);
  CHECK_THROWS_AS(langpack::write_atomically(directory.path() / "none" / "a.arb", "x"), std::system_error);
}

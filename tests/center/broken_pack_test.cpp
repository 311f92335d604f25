#include "tests/support/center/center.hpp"

#include <boost/json/array.hpp>
#include <doctest/doctest.h>

#include <filesystem>

using namespace kotobashi::test;
namespace fs = std::filesystem;

TEST_CASE("a center starts with the packs that are right, and the overview says what is left out") {
  temporary_directory copy;
  auto packs = copy.path() / "langpacks";
  fs::copy(source_directory() / "langpacks", packs, fs::copy_options::recursive);
  write_file(packs / "fr/phrases.arb",
             "{\n  \"@@locale\": \"fr\",\n  \"earthquake.title\": \"Séisme\xFF\"\n}");
  write_file(packs / "th/pages.arb", "{\n  \"@@locale\": \"th\",\n  \"chooser.title\": \"{xyz}\"\n}");
  fs::remove(packs / "vi/terms.arb");
  running_center center(packs);
  auto said = center.get("/api/v1/overview").json().at_pointer("/machine/text_problems").as_array();
  REQUIRE(said.size() == 3);
  CHECK(said[0].as_string() ==
        (packs / "fr/phrases.arb").string() + ":3: earthquake.title: this is not UTF-8");
  CHECK(said[1].as_string() ==
        (packs / "vi/terms.arb").string() + ": the file is missing; the pack has others");
  CHECK(said[2].as_string() ==
        (packs / "th/pages.arb").string() + ":3: chooser.title: the source has no {xyz}");
}

#include "server/text/library.hpp"
#include "tests/support/files.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::test;

// A file that is broken, and what is said of it: everything but the directory.
struct breakage {
  std::string file, from, to, said;
};

static std::string first_problem(const broken_fixture& in, const words::library& library) {
  REQUIRE(!library.problems().empty());
  auto line = words::to_string(library.problems().front());
  auto directory = in.path("").string();
  REQUIRE(line.starts_with(directory));
  return line.substr(directory.size());
}

TEST_CASE("the fixtures load without a problem") {
  for (const auto& each : fixture().problems()) FAIL_CHECK(words::to_string(each));
  CHECK(fixture().topics().size() == 2);
  CHECK(fixture().places().size() == 2);
}

TEST_CASE("languages stand with the source first, its plain form second, then by tag") {
  std::string tags;
  for (const auto& each : fixture().languages()) tags += each.tag + " ";
  CHECK(tags == "ja ja-simple ar en ne ru ");
  CHECK(fixture().find_language("ar")->direction == words::direction::rtl);
  CHECK(fixture().find_language("ru")->phrases == 6);
  CHECK(fixture().find_language("ja")->phrases == 15);
}

TEST_CASE("a broken pack is left out, and file, key and line are named") {
  for (const breakage& row : {
           breakage{"langpacks/en/pack.toml", "direction = \"ltr\"", "direction = \"up\"",
                    "langpacks/en/pack.toml:6: direction: expected ltr or rtl"},
           breakage{"langpacks/en/pack.toml", "name_ja = \"英語\"\n", "",
                    "langpacks/en/pack.toml:1: name_ja: is missing"},
           breakage{"langpacks/en/pack.toml", "tag = \"en\"", "tag = \"eo\"",
                    "langpacks/en/pack.toml:1: tag: is not the name of the directory"},
           breakage{"langpacks/en/pack.toml", "{time}, {date}", "{time}",
                    "langpacks/en/pack.toml:11: datetime: there is no {date} in it"},
           breakage{"langpacks/en/pack.toml",
                    "list =", "lsit = 1\nlist =", "langpacks/en/pack.toml:15: lsit: there is no such member"},
           breakage{"langpacks/en/phrases.arb", "\"Earthquake\",", "\"Earthquake\"",
                    "langpacks/en/phrases.arb:4: quake.title: this is not JSON: syntax error"},
           breakage{"langpacks/en/phrases.arb", "Time: {at}", "Time\xFF: {at}",
                    "langpacks/en/phrases.arb:8: quake.at: this is not UTF-8"},
           breakage{"langpacks/en/pack.toml", "\"{name}", "\"\\u202E{name}",
                    "langpacks/en/pack.toml:16: place: U+202E may not stand in a text"},
           breakage{"langpacks/en/terms.arb", "\"@@locale\": \"en\"", "\"@@locale\": \"fr\"",
                    "langpacks/en/terms.arb:2: @@locale: is not en"},
       }) {
    INFO(row.said);
    broken_fixture broken;
    broken.edit(row.file, row.from, row.to);
    auto library = broken.load();
    CHECK(first_problem(broken, library) == row.said);
    CHECK(!library.find_language("en"));
    CHECK(library.find_language("ar"));
  }
}

TEST_CASE("TOML that cannot be read is named with its line") {
  broken_fixture broken;
  broken.edit("langpacks/en/pack.toml", "name_en = ", "name_en == ");
  auto library = broken.load();
  CHECK(first_problem(broken, library).starts_with("langpacks/en/pack.toml:4: "));
  broken_fixture latin;
  latin.edit("langpacks/en/pack.toml", "name_en = \"English", "name_en = \"Engl\xEFsh");
  CHECK(first_problem(latin, latin.load()).starts_with("langpacks/en/pack.toml:4: "));
}

TEST_CASE("a single text that is not right is left out alone") {
  for (const breakage& row : {
           breakage{"langpacks/en/phrases.arb", "\"Time: {at}\"", "5",
                    "langpacks/en/phrases.arb:8: quake.at: expected a text"},
           breakage{"langpacks/en/phrases.arb", "\"Time: {at}\"", "[\"a\"]",
                    "langpacks/en/phrases.arb:8: quake.at: expected a text"},
           breakage{"langpacks/en/phrases.arb", "\"x-status\": \"checked\"", "\"x-status\": \"done\"",
                    "langpacks/en/phrases.arb:3: quake.title: x-status is neither drafted nor checked"},
           breakage{"langpacks/en/phrases.arb", "\"quake.title\": \"Earthquake\"",
                    "\"quake.at\": \"Earthquake\"",
                    "langpacks/en/phrases.arb:4: @quake.title: must follow the text that it describes"},
       }) {
    INFO(row.said);
    broken_fixture broken;
    broken.edit(row.file, row.from, row.to);
    auto library = broken.load();
    CHECK(first_problem(broken, library) == row.said);
    CHECK(library.find_language("en")->phrases >= 13);
  }
}

TEST_CASE("a pack may have nothing but pack.toml so far") {
  broken_fixture broken;
  for (auto file : {"phrases.arb", "terms.arb", "pages.arb"})
    std::filesystem::remove(broken.path("langpacks/ru/" + std::string(file)));
  auto library = broken.load();
  CHECK(library.problems().empty());
  CHECK(library.find_language("ru")->phrases == 0);
}

TEST_CASE("a broken topic is left out, and file, key and line are named") {
  for (const breakage& row : {
           breakage{"templates/quake.toml", "phrase = \"quake.at\"", "phrase = \"quake.when\"",
                    "templates/quake.toml:59: body.phrase: there is no phrase quake.when"},
           breakage{"templates/quake.toml", "terms = \"intensity\"", "terms = \"strength\"",
                    "templates/quake.toml:32: parameter.terms: there are no terms strength.*"},
           breakage{"templates/quake.toml", "type = \"datetime\"", "type = \"moment\"",
                    "templates/quake.toml:23: parameter.type: there is no moment"},
           breakage{"templates/quake.toml", "when = \"magnitude\"\n", "",
                    "templates/quake.toml:68: body.phrase: the phrase quake.magnitude asks for {magnitude}, "
                    "which may be "
                    "absent: a `when` must ask for it"},
           breakage{"templates/quake.toml", "switch.after", "switch.more",
                    "templates/quake.toml:73: body.when: there is no switch more"},
           breakage{"templates/quake.toml", "five_upper|five_lower", "nine",
                    "templates/quake.toml:73: body.when: intensity has no key nine"},
           breakage{"templates/quake.toml", "past = true", "maximum = 5",
                    "templates/quake.toml:24: parameter.maximum: is for numbers only"},
           breakage{"templates/quake.toml", "maximum = 10", "past = true",
                    "templates/quake.toml:49: parameter.past: is for a datetime only"},
           breakage{"templates/quake.toml", "PT24H", "24 hours",
                    "templates/quake.toml:8: expires_after: is not a duration such as PT24H or P3D"},
           breakage{"templates/quake.toml", "hazards = [\"earthquake\"]", "hazards = [\"quake\"]",
                    "templates/quake.toml:5: hazards: there is no quake"},
           breakage{"templates/quake.toml", "id = \"quake\"", "id = \"shake\"",
                    "templates/quake.toml:1: id: is not the name of the file"},
           breakage{"templates/quake.toml", "name = \"magnitude\"", "name = \"areas\"",
                    "templates/quake.toml:21: parameter: areas stands twice"},
           breakage{"templates/quake.toml", "topic = 1", "topic = 1\ncolour = \"red\"",
                    "templates/quake.toml:3: colour: there is no such member"},
       }) {
    INFO(row.said);
    broken_fixture broken;
    broken.edit(row.file, row.from, row.to);
    auto library = broken.load();
    CHECK(first_problem(broken, library) == row.said);
    CHECK(!library.find_topic("quake"));
    CHECK(library.find_topic("all"));
  }
}

TEST_CASE("a place that is not right is left out alone") {
  broken_fixture broken;
  broken.edit("templates/places.toml", "[35.5308, 139.7029]", "[139.7029, 35.5308]");
  auto library = broken.load();
  CHECK(first_problem(broken, library) ==
        "templates/places.toml:8: place.coordinates: expected [latitude, longitude] in degrees");
  CHECK(!library.find_place("city-hall"));
  CHECK(library.find_place("school")->capacity == 300);
}

TEST_CASE("without the source's pack nothing starts, and one line says why") {
  auto said = [](const broken_fixture& in) -> std::string {
    try {
      auto library = in.load();
    } catch (const words::load_error& error) {
      return std::string(error.what()).substr(in.path("").string().size());
    }
    return "loaded";
  };
  broken_fixture missing;
  std::filesystem::remove_all(missing.path("langpacks/ja"));
  CHECK(said(missing) == "langpacks/ja: the source language's pack is missing");
  broken_fixture broken;
  write_file(broken.path("langpacks/ja/phrases.arb"), "{\n  \"a\": \n}");
  CHECK(said(broken) == "langpacks/ja/phrases.arb:3: a: this is not JSON: syntax error");
  broken_fixture gone;
  std::filesystem::remove(gone.path("langpacks/ja/terms.arb"));
  CHECK(said(gone) == "langpacks/ja/terms.arb: cannot be read");
  broken_fixture nowhere;
  std::filesystem::remove_all(nowhere.path("templates"));
  CHECK(said(nowhere).starts_with("templates: cannot be read"));
}

TEST_CASE("a pack's version changes with any of its files and with nothing else") {
  broken_fixture one;
  auto before = one.load().find_language("en")->version;
  CHECK(before.size() == 16);
  CHECK(one.load().find_language("en")->version == before);
  one.edit("langpacks/en/pages.arb", "Notices", "News");
  CHECK(one.load().find_language("en")->version != before);
  CHECK(one.load().find_language("ar")->version == fixture().find_language("ar")->version);
}

TEST_CASE("terms are given in exactly the language asked for, without ruby marks") {
  CHECK(fixture().term("ja-simple", "intensity.five_upper") == "震度5強");
  CHECK(fixture().term("en", "area.14131") == "Kawasaki-ku");
  CHECK(fixture().term("ru", "language.vi") == std::nullopt);
  CHECK(fixture().term("xx", "area.14131") == std::nullopt);
  CHECK(fixture().term_keys("intensity") == std::vector<std::string>{"five_lower", "five_upper"});
}

TEST_CASE("texts of the interface fall back to English, then Japanese, and say in which language they are") {
  auto text = [](std::string_view language, std::string_view key) {
    auto page = fixture().page(language, key);
    return page.language + " " + words::to_plain(page.runs, page.direction);
  };
  CHECK(text("ar", "board.title") == "ar إعلانات");
  CHECK(text("ne", "board.title") == "en Notices");
  CHECK(text("xx", "board.title") == "en Notices");
  CHECK(text("en", "board.only_ja") == "ja 日本語だけ");
  CHECK(text("ja-simple", "board.only_ja") == "ja 日本語だけ");
  CHECK_THROWS_AS(text("en", "board.nothing"), std::logic_error);
}

TEST_CASE("texts of the interface take numbers with plural rules, isolated names and times") {
  auto text = [](std::string_view language, std::string_view key, const words::page_arguments& with) {
    auto page = fixture().page(language, key, with);
    return words::to_plain(page.runs, page.direction);
  };
  CHECK(text("en", "board.count", {{"n", 1}}) == "1 notice");
  CHECK(text("ar", "board.count", {{"n", 2}}) == "إعلانان");
  CHECK(text("ja-simple", "board.count", {{"n", 2}}) == "2件");
  CHECK(text("ar", "board.greeting", {{"name", std::string("Lan\u202E")}}) == "مرحبا \u2068Lan\u2069");
  auto at = fixture().date_time("en", *from_rfc3339("2011-03-11T05:46:00Z"), "Asia/Tokyo");
  CHECK(text("en", "board.updated", {{"time", at}}) == "Updated: 14:46, Friday, 11 March 2011");
  CHECK(words::to_plain(fixture().time("ja-simple", *from_rfc3339("2011-03-11T05:00:00Z"), "Asia/Tokyo"),
                        words::direction::ltr) == "午後 2時");
  CHECK_THROWS_AS(text("en", "board.count", {}), std::logic_error);
}

TEST_CASE("a topic tells when its notices expire") {
  const auto& topic = *fixture().find_topic("quake");
  CHECK(words::expiry(topic, *from_rfc3339("2026-07-01T00:00:00Z")) == from_rfc3339("2026-07-02T00:00:00Z"));
  CHECK(words::expiry(*fixture().find_topic("all"), instant{}) == std::nullopt);
  using namespace std::chrono_literals;
  CHECK(words::duration_from_iso8601("P1DT12H30M") == 36h + 30min);
  CHECK(words::duration_from_iso8601("P3D") == 72h);
  for (auto wrong : {"", "P", "PT", "24H", "P1H", "PT1D", "P-1D", "PT24H ", "P1DT"})
    CHECK(words::duration_from_iso8601(wrong) == std::nullopt);
}

#include "server/domain/languages.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace kotobashi;
using domain::speaks;
using domain::spoken_serves;
using domain::written_serves;

TEST_CASE("spoken: Chinese without more serves both scripts and 普通話, 広東語 only itself") {
  struct row {
    std::string_view known, wanted;
    bool serves;
  };
  const row rows[] = {
      {"zh", "zh-Hans", true}, {"zh", "zh-Hant", true},   {"zh", "cmn", true},       {"cmn", "zh-Hant", true},
      {"cmn", "zh", true},     {"zh", "yue", false},      {"yue", "zh-Hant", false}, {"yue", "yue", true},
      {"vi", "vi", true},      {"vi", "zh", false},       {"pt", "pt-BR", true},     {"pt-BR", "pt", true},
      {"fil", "tl", true},     {"ja", "ja-simple", true}, {"my", "ms", false},       {"en", "", false}};
  for (const auto& [known, wanted, serves] : rows) {
    const auto pair = std::string(known) + " for " + std::string(wanted);
    CAPTURE(pair);
    CHECK(spoken_serves(known, wanted) == serves);
  }
}

TEST_CASE("written: the scripts of Chinese are apart, by tag or by region") {
  struct row {
    std::string_view known, wanted;
    bool serves;
  };
  const row rows[] = {{"zh-Hans", "zh-Hans", true}, {"zh-Hans", "zh-Hant", false},
                      {"zh-Hans", "zh", true},      {"zh-TW", "zh-Hant", true},
                      {"zh-TW", "zh-Hans", false},  {"zh", "zh-Hant", true},
                      {"zh-Hant", "zh-HK", true},   {"ko", "ko", true},
                      {"ko", "ja", false}};
  for (const auto& [known, wanted, serves] : rows) {
    const auto pair = std::string(known) + " for " + std::string(wanted);
    CAPTURE(pair);
    CHECK(written_serves(known, wanted) == serves);
  }
}

TEST_CASE("interpreting and accompanying go by the spoken languages, translating and checking by the written "
          "ones") {
  volunteer person;
  person.spoken = {{"zh", level::native}};
  person.written = {{"zh-Hans", level::native}};
  CHECK(speaks(person, "zh-Hant", request_kind::interpret));
  CHECK(speaks(person, "zh-Hant", request_kind::accompany));
  CHECK(speaks(person, "zh-Hant"));
  CHECK_FALSE(speaks(person, "zh-Hant", request_kind::translate));
  CHECK_FALSE(speaks(person, "zh-Hant", request_kind::check));
  CHECK(speaks(person, "zh-Hans", request_kind::check));
  person.spoken.clear();
  CHECK_FALSE(speaks(person, "zh-Hans", request_kind::interpret));
}

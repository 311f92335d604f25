#include "server/roster/vocabulary.hpp"
#include "tests/roster/words.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kotobashi;
using roster::column;

namespace {
std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}
} // namespace

TEST_CASE("headers in the ways offices write them") {
  struct row {
    std::string_view label;
    std::optional<column> meaning;
  };
  const row rows[] = {{"氏名", column::name},
                      {"氏　名", column::name},
                      {"お名前", column::name},
                      {"※氏名（漢字）", column::name},
                      {"ﾌﾘｶﾞﾅ", column::kana},
                      {"ふりがな", column::kana},
                      {"Ｅ－ｍａｉｌ", column::email},
                      {"e-mail", column::email},
                      {"電話番号*", column::phone},
                      {"生年月日(西暦)", column::birth_date},
                      {"No.", column::number},
                      {"登録No", column::number},
                      {"NAME", column::name},
                      {"血液型", std::nullopt},
                      {"", std::nullopt},
                      {"（）", std::nullopt}};
  for (const auto& [label, meaning] : rows) {
    const auto& shown = label;
    CAPTURE(shown);
    CHECK((test::words().header(label) == meaning));
  }
}

TEST_CASE("a mistake in roster.toml is one line with file, line and reason") {
  auto text = test::read_file(test::source_directory() / "templates/roster.toml");
  struct row {
    std::string_view from, to, says;
  };
  const row rows[] = {
      {"female = [", "femail = [", "genders.femail: there is no such member"},
      {"no = [\"無\"", "no = [\"有\"", "answers.no: \"有\" stands there twice"},
      {"spoken = [\"vi\"]", "spoken = [\"v\"]", "language.spoken: \"v\" is not a language tag"},
      {"written = [\"vi\"]", "", "language.written: is missing"},
      {"[levels]", "[level]", "levels: is missing"}};
  for (const auto& [from, to, says] : rows) {
    const auto& shown = says;
    CAPTURE(shown);
    test::temporary_directory directory;
    auto file = directory.path() / "roster.toml";
    test::write_file(file, replaced(text, from, to));
    auto read = roster::read_vocabulary(file);
    REQUIRE(read.has_error());
    CAPTURE(read.error().detail);
    CHECK(read.error().detail.starts_with(file.string()));
    CHECK(read.error().detail.find(says) != std::string::npos);
  }
}

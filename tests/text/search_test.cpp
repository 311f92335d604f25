#include "server/text/search.hpp"

#include <doctest/doctest.h>

using namespace kotobashi::words;

TEST_CASE("texts that a searcher takes for the same fold to the same") {
  struct row {
    std::string a, b;
  };
  for (const row& each : {row{"カワサキ", "かわさき"}, row{"ｶﾜｻｷ", "かわさき"}, row{"ＡＢＣ　１２", "abc 12"},
                          row{"ガイジン", "ｶﾞｲｼﾞﾝ"}, row{"Straße", "STRASSE"}, row{"ＮＧＵＹỄＮ", "nguyễn"},
                          row{" a \t\n b ", "A B"}, row{"ヴィ", "ゔぃ"}, row{"コーヒー", "こーひー"}})
    CHECK(search_fold(each.a) == search_fold(each.b));
  CHECK(search_fold("はは") != search_fold("ぱぱ"));
  CHECK(search_fold("") == "");
}

TEST_CASE("sort keys compare as text in the language's order") {
  sorter japanese("ja");
  CHECK(japanese.key("あおき") < japanese.key("いとう"));
  CHECK(japanese.key("は") < japanese.key("ば"));
  CHECK(japanese.key("ば") < japanese.key("はあ"));
  CHECK(japanese.key("a") < japanese.key("B"));
  CHECK(japanese.key("Z") < japanese.key("あ"));
  CHECK(japanese.key("同じ") == japanese.key("同じ"));
  sorter german("de"), swedish("sv");
  CHECK(german.key("ä") < german.key("z"));
  CHECK(swedish.key("ä") > swedish.key("z"));
  for (char c : japanese.key(std::string(500, 'x')))
    CHECK((c <= 'f' && (c >= 'a' || (c >= '0' && c <= '9'))));
}

TEST_CASE("sort keys carry ICU's version") {
  auto version = sorter("ja").version();
  CHECK(version.find('/') != version.npos);
  CHECK(version == sorter("ja").version());
}

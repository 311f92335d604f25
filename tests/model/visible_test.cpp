#include "server/model/json.hpp"
#include "server/model/visible.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;

TEST_CASE("blanks and invisible characters show nothing, everything else does") {
  CHECK_FALSE(shows_something(""));
  for (auto nothing : {" ", "\n\t", "\u00A0", "\u3000", "\u200B", "\u200D", "\u2060", "\uFEFF", "\u202E",
                       "\u2800", "\u3164", "\uFE0F", "\U000E0020", "\u3000\u200B \uFEFF"}) {
    CAPTURE(nothing);
    CHECK_FALSE(shows_something(nothing));
  }
  for (auto something : {"x", "あ", "。", "\u0301", "😀", " \u200Bx", "ა", "\u200F\u0634"}) {
    CAPTURE(something);
    CHECK(shows_something(something));
  }
}

TEST_CASE("the beginning of a text ends with a whole character") {
  CHECK(beginning("abc", 5) == "abc");
  CHECK(beginning("abc", 2) == "ab");
  CHECK(beginning("あい", 6) == "あい");
  CHECK(beginning("あい", 5) == "あ");
  CHECK(beginning("あい", 3) == "あ");
  CHECK(beginning("あい", 2) == "");
}

TEST_CASE("a text in which nothing can be seen is read as an empty one; others stay as they were typed") {
  struct {
    text<20> value;
    json::problems found;
  } read;
  json::read(boost::json::value("\u3000\u200B"), read.value, read.found);
  CHECK(read.value.empty());
  json::read(boost::json::value(" \u3000x "), read.value, read.found);
  CHECK(read.value.value == " \u3000x ");
  CHECK(read.found.empty());
}

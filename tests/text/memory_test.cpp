#include "server/text/memory.hpp"
#include "server/text/search.hpp"

#include <doctest/doctest.h>

using namespace kotobashi::words;

TEST_CASE("lines are clean, and empty ones are dropped") {
  CHECK(clean_lines("題名\r\n\n 本文 \n\u202E逆\u0007\t字\n") == "題名\n本文\n逆 字");
  CHECK(clean_lines(" \n\u200F\n").empty());
}

TEST_CASE("similarity is what is left of the longer line after the edits") {
  CHECK(similarity("給水車が来ます", "給水車が来ます", 70) == 100);
  CHECK(similarity("給水車が10時に来ます", "給水車が11時に来ます", 70) == 90);
  CHECK(similarity("abcd", "abcx", 70) == 75);
  CHECK(similarity("abcd", "abxx", 70) == 0);
  CHECK(similarity("abcd", "abxx", 50) == 50);
  CHECK(similarity("短い", "ずっとずっと長い文", 70) == 0);
  CHECK(similarity("", "", 70) == 100);
}

TEST_CASE("trigrams differ between languages and cover the ends of short lines") {
  CHECK(grams_of("vi", "水").size() == 1);
  CHECK(grams_of("vi", "給水車").size() == 3);
  CHECK(grams_of("vi", "ああああ").size() == 3); // each once
  CHECK(grams_of("vi", "水") != grams_of("ne", "水"));
  CHECK(grams_of("vi", search_fold("ＡＢＣ１")) == grams_of("vi", search_fold("abc1")));
}

#include "server/text/free_text.hpp"

#include <doctest/doctest.h>

using namespace kotobashi::words;

TEST_CASE("what people type is made fit to be shown") {
  struct row {
    std::string typed, shown;
  };
  for (const row& each : {
           row{"plain テキスト 𠮷", "plain テキスト 𠮷"},
           row{"a\u0001b\u007Fc\u0085d", "abc d"},
           row{"a\nb\tc\u2028d", "a b c d"},
           row{"a\u202Eb\u2066c\u2069\u200Ed\u061C", "abcd"},
           row{"क्\u200Dष", "क्\u200Dष"},
           row{"e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301x",
               "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301x"},
           row{"a\xFFz\xE3\x81", "a\uFFFDz\uFFFD\uFFFD"},
           row{"a\uFFFEb", "ab"},
           row{"", ""},
       }) {
    INFO(each.typed);
    CHECK(sanitise(each.typed) == each.shown);
  }
}

TEST_CASE("the first strong letter gives the direction") {
  CHECK(direction_of("abc") == direction::ltr);
  CHECK(direction_of("12 مرحبا abc") == direction::rtl);
  CHECK(direction_of("שלום") == direction::rtl);
  CHECK(direction_of("044-455-8811") == direction::ltr);
  CHECK(direction_of("") == direction::ltr);
}

TEST_CASE("each line of a free text is a paragraph of its own") {
  auto body = free_text("一行目\r\n\n  \nمرحبا\n", "ja");
  REQUIRE(body.size() == 2);
  CHECK(body[0] == paragraph{run{"一行目", "ja", direction::ltr, {}, "text"}});
  CHECK(body[1] == paragraph{run{"مرحبا", "ja", direction::rtl, {}, "text"}});
}

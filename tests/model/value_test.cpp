#include "server/model/instant.hpp"
#include "server/model/value.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace kotobashi;

TEST_CASE("an instant reads any offset and writes UTC") {
  struct row {
    const char* given;
    const char* written;
  };
  for (auto [given, written] :
       std::array{row{"2011-03-11T14:46:00+09:00", "2011-03-11T05:46:00Z"},
                  row{"2011-03-11T05:46:00Z", "2011-03-11T05:46:00Z"},
                  row{"2011-03-11t05:46:00.25z", "2011-03-11T05:46:00.250000Z"},
                  row{"2024-02-29T23:59:59.1234567-01:30", "2024-03-01T01:29:59.123456Z"},
                  row{"1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"}}) {
    const auto& shown = given;
    CAPTURE(shown);
    auto read = from_rfc3339(given);
    REQUIRE(read);
    CHECK(to_rfc3339(*read) == written);
  }
}

TEST_CASE("what is not a date-time is not read") {
  for (const char* given :
       {"", "2011-03-11", "2011-03-11T14:46:00", "2011-02-29T00:00:00Z", "2011-13-01T00:00:00Z",
        "2011-03-11T24:00:00Z", "2011-03-11T14:60:00Z", "2011-03-11T14:46:00+9:00", "1811-03-11T14:46:00Z",
        "2011-03-11T14:46:00Zx", "2011-03-11T14:46:00.Z", "平成23年3月11日",
        // in UTC of the year 10000, or 1899
        "9999-12-31T23:59:59-23:59", "9999-12-31T23:59:60Z", "1900-01-01T00:00:00+09:00"}) {
    CAPTURE(given);
    CHECK_FALSE(from_rfc3339(given));
  }
}

TEST_CASE("UTF-8 is well-formed or it is not") {
  for (const char* good : {"", "a", "水", "é", "\U0001F30A", "\U0010FFFF"}) CHECK(valid_utf8(good));
  for (const char* bad : {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xF8\x88\x80\x80\x80", "\xE6\xB0"})
    CHECK_FALSE(valid_utf8(bad));
  CHECK_FALSE(valid_utf8(std::string_view("a\0b", 3)));
  CHECK(code_points("水道 a\U0001F30A") == 5);
}

TEST_CASE("language tags and identifiers have a form") {
  for (const char* good : {"ja", "ja-simple", "zh-Hans", "und", "es-419"}) CHECK(valid_language_tag(good));
  for (const char* bad : {"", "j", "-ja", "ja-", "ja--x", "日本", "1a", "abcdefghi"})
    CHECK_FALSE(valid_language_tag(bad));
  CHECK(valid_uuid("01890a5d-ac96-774b-bcce-b302099a8057"));
  CHECK_FALSE(valid_uuid("01890A5D-ac96-774b-bcce-b302099a8057"));
  CHECK_FALSE(valid_uuid("01890a5dac96774bbcceb302099a8057"));
}

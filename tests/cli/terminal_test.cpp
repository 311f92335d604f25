#include "client/cli/terminal.hpp"

#include <doctest/doctest.h>

using namespace kotobashi::cli;

TEST_CASE("wide characters take two columns and combining ones none") {
  CHECK(width("abc") == 3);
  CHECK(width("相談") == 4);
  CHECK(width("ｶﾅ") == 2);
  CHECK(width("한국") == 4);
  CHECK(width("é") == 1);
  CHECK(width("e\u0301") == 1);
}

TEST_CASE("columns stand under each other whatever the script") {
  CHECK(aligned({"番号", "name"}, {{"1", "日本"}, {"12345", "x"}}) == "番号   name\n"
                                                                      "1      日本\n"
                                                                      "12345  x\n");
}

TEST_CASE("a text cannot move the terminal's cursor") {
  CHECK(printable("a\033[2Jb\nc") == "a [2Jb c");
  CHECK(aligned({}, {{"\033[31m", "x"}}).find('\033') == std::string::npos);
}

TEST_CASE("a text cannot turn the line around") {
  CHECK(printable("a\u202Eb\u2066c\u2069d\u202C") == "abcd");
  CHECK(printable("\u0639 \u202A1\u202C") == "\u0639 1");
  CHECK(printable("x\u009B2J") == "x 2J");
  CHECK(printable_lines("a\u202E\n\033b\n") == "a\n b\n");
}

TEST_CASE("a QR code is square, with a quiet zone") {
  const std::string code = qr_code("https://192.168.10.2:8443/v#token");
  REQUIRE_FALSE(code.empty());
  const std::string first = code.substr(0, code.find('\n'));
  CHECK(first.find("█") == std::string::npos);
  CHECK(qr_code(std::string(5000, 'x')).empty());
}

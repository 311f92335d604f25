#include "server/bulletin/telegram.hpp"
#include "server/bulletin/xml_guard.hpp"
#include "server/model/value.hpp"
#include "tests/bulletin/examples.hpp"

#include <doctest/doctest.h>

#include <ctime>
#include <string>

// Files that somebody sends by mistake or on purpose.
using namespace kotobashi;
using bulletins::guard_xml;
using bulletins::read_telegram;

namespace {
std::string nested(std::size_t depth) {
  std::string xml;
  for (std::size_t i = 0; i < depth; ++i) xml += "<a>";
  for (std::size_t i = 0; i < depth; ++i) xml += "</a>";
  return xml;
}

struct hostile {
  std::string what, file;
  refusal_code code;
  std::string_view says;
};

std::vector<hostile> table() {
  auto good = test::telegram_xml({.body = test::intensity_body("")});
  auto body = good.substr(good.find("<Report"));
  std::string bomb =
      R"(<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><r>&b;</r>)";
  std::string external =
      R"(<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>)";
  using enum refusal_code;
  return {
      {"nothing", "", malformed, "empty"},
      {"white space", " \r\n\t", malformed, "empty"},
      {"text", "地震です", malformed, "not well-formed"},
      {"entity bomb", bomb, malformed, "DOCTYPE"},
      {"external entity", external, malformed, "DOCTYPE"},
      {"external subset", R"(<!DOCTYPE Report SYSTEM "http://example.invalid/a.dtd">)" + body, malformed,
       "DOCTYPE"},
      {"DOCTYPE in small letters", "<!doctype Report>" + body, malformed, "DOCTYPE"},
      {"DOCTYPE behind a comment", "<!-- > -->\n<!DOCTYPE Report>" + body, malformed, "DOCTYPE"},
      {"DOCTYPE inside", "<Report><!DOCTYPE Report></Report>", malformed, "DOCTYPE"},
      {"declaration of an entity", "<Report><!ENTITY a \"b\"></Report>", malformed, "not well-formed"},
      {"cut in the middle", good.substr(0, good.size() / 2), malformed, "not well-formed"},
      {"a tag that never ends", "<Report a=\"", malformed, "a tag never ends"},
      {"a comment that never ends", "<Report><!-- ", malformed, "a comment never ends"},
      {"CDATA that never ends", "<Report><![CDATA[ ", malformed, "a CDATA section never ends"},
      {"tags that do not match", "<Report><a></b></Report>", malformed, "line 1"},
      {"two roots", body + body, malformed, "more than one root"},
      {"deep", nested(5'000), malformed, "deeper than 32"},
      {"5 MB", std::string(5 * 1024 * 1024, ' '), too_large, "at most 4 MB"},
      {"50 MB", "<Report>" + std::string(50 * 1024 * 1024, 'x') + "</Report>", too_large, "at most 4 MB"},
      {"not UTF-8", "<Report>\xE5\xB7</Report>", malformed, "not UTF-8"},
      {"U+0000", std::string("<Report>\0</Report>", 18), malformed, "not UTF-8"},
      {"a surrogate", "<Report>\xED\xA0\x80</Report>", malformed, "not UTF-8"},
      {"UTF-16", std::string("\xFF\xFE<\0R\0", 6), unsupported, "UTF-16"},
      {"UTF-16 without a mark", std::string("<\0?\0x\0m\0l\0", 10), unsupported, "UTF-16"},
      {"declared as Shift_JIS", "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + body, unsupported,
       "Shift_JIS"},
      {"declared as EUC-JP", "<?xml version='1.0' encoding='EUC-JP' ?>" + body, unsupported, "EUC-JP"},
      {"HTML", "<html><body/></html>", invalid, "<html>"},
      {"a feed", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>地震</title></feed>", invalid, "<feed>"},
      {"a Report of somebody else", "<Report xmlns=\"http://example.invalid/\"/>", invalid,
       "Japan Meteorological Agency"},
      {"a Report of no namespace", "<Report/>", invalid, "Japan Meteorological Agency"},
  };
}
} // namespace

TEST_CASE("hostile and broken files get a clear refusal") {
  for (const auto& [what, file, code, says] : table()) {
    const auto& shown = what;
    CAPTURE(shown);
    auto told = read_telegram(file);
    REQUIRE(told.has_error());
    CAPTURE(told.error().detail);
    CHECK(told.error().code == code);
    CHECK(told.error().detail.find(says) != std::string::npos);
  }
}

TEST_CASE("the word DOCTYPE in a comment, in CDATA or in a value is no DOCTYPE") {
  CHECK(guard_xml("<a><!-- <!DOCTYPE x> --><![CDATA[<!DOCTYPE x>]]></a>").has_value());
  CHECK(guard_xml("<a b='<!DOCTYPE x>'/>").has_value());
}

TEST_CASE("entities are not resolved") {
  auto xml = test::telegram_xml({.body = test::intensity_body("")});
  auto at = xml.find("架空湾");
  xml.replace(at, std::string_view("架空湾").size(), "&secret;");
  auto told = read_telegram(xml);
  REQUIRE(told.has_value());
  CHECK(told->hypocentre == "&secret;");
}

TEST_CASE("limits of depth and of elements hold exactly") {
  bulletins::xml_limits limits{.bytes = 1000, .depth = 3, .elements = 4};
  CHECK(guard_xml(nested(3), limits).has_value());
  CHECK(guard_xml(nested(4), limits).has_error());
  CHECK(guard_xml("<a><b/><b/><b/></a>", limits).has_value());
  auto many = guard_xml("<a><b/><b/><b/><b/></a>", limits);
  REQUIRE(many.has_error());
  CHECK(many.error().code == refusal_code::too_large);
  CHECK(guard_xml(std::string(1000, ' ') + "<a/>", limits).has_error());
}

TEST_CASE("many wrong fields are counted and not all listed") {
  std::string cities;
  for (int i = 0; i < 50; ++i) cities += test::city("a", "1413100", "<MaxInt>x</MaxInt>");
  auto told = read_telegram(test::telegram_xml({.body = test::intensity_body(cities)}));
  REQUIRE(told.has_error());
  CHECK(told.error().errors.size() == 20);
  CHECK(told.error().detail.find("and 30 more") != std::string::npos);
}

TEST_CASE("what is quoted in a refusal ends with a whole character") {
  std::string long_status;
  for (int i = 0; i < 20; ++i) long_status += "あ";
  auto told = read_telegram(test::telegram_xml({.status = long_status}));
  REQUIRE(told.has_error());
  CHECK(valid_utf8(told.error().errors.at(0).detail));
  CHECK(told.error().errors.at(0).detail.starts_with("\"ああ"));
}

TEST_CASE("a headline with very many places is read in time that grows with their number alone") {
  std::string areas;
  constexpr int many = 60'000;
  for (int i = 0; i < many; ++i)
    areas += "<Area><Name>x</Name><Code>" + std::to_string(9'000'000 + i) + "</Code></Area>";
  auto xml = test::telegram_xml(
      {.headline = "<Information><Item><Kind><Name>震度５弱以上未入電</Name></Kind>"
                   "<Areas codeType=\"気象・地震・火山情報／市町村等\">" +
                   areas + "</Areas></Item></Information>",
       .body = test::intensity_body(test::city("川崎川崎区", "1413100", "<MaxInt>3</MaxInt>"))});
  auto begun = std::clock(); // this thread's work, however busy the machine is
  auto told = read_telegram(xml);
  CHECK(std::clock() - begun < 3 * CLOCKS_PER_SEC);
  REQUIRE(told.has_value());
  CHECK(told->municipalities.size() == many + 1);
}

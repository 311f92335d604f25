#include "server/bulletin/telegram.hpp"
#include "tests/bulletin/examples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>

using namespace kotobashi;
using bulletins::read_telegram;
using test::city;
using test::intensity_body;
using test::telegram_xml;

namespace {
domain::telegram read(const std::string& xml) {
  auto told = read_telegram(xml);
  if (told.has_error()) MESSAGE(told.error().detail);
  REQUIRE(told.has_value());
  return *told;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

std::string whole() {
  return telegram_xml({.body = intensity_body(city("川崎川崎区", "1413100", "<MaxInt>5+</MaxInt>"))});
}
} // namespace

TEST_CASE("an intensity that did not arrive counts as 5 lower or more, wherever the telegram says so") {
  for (std::string inside :
       {"<Condition>震度５弱以上未入電</Condition>", "<MaxInt>!5-</MaxInt>",
        "<MaxInt>震度５弱以上未入電</MaxInt>", "<MaxInt>4</MaxInt><Condition>震度５弱以上未入電</Condition>",
        ("<MaxInt>3</MaxInt><IntensityStation><Name>a</Name><Code>1413120</Code><Int>震度５弱以上未入電</Int>"
         "</IntensityStation>"),
        "<IntensityStation><Name>a</Name><Code>1413120</Code><Int>!5-</Int></IntensityStation>"}) {
    CAPTURE(inside);
    auto told = read(telegram_xml({.body = intensity_body(city("川崎川崎区", "1413100", inside))}));
    REQUIRE(told.municipalities.size() == 1);
    CHECK(told.municipalities[0].intensity == intensity::five_lower_or_more_unknown);
  }
}

TEST_CASE("a place that only the headline names as silent counts as well") {
  std::string headline =
      R"(<Information type="震源・震度に関する情報（市町村等）"><Item><Kind><Name>震度５弱以上未入電</Name></Kind>
    <Areas codeType="気象・地震・火山情報／市町村等"><Area><Name>川崎川崎区</Name><Code>1413100</Code></Area>
    <Area><Name>川崎幸区</Name><Code>1413200</Code></Area></Areas></Item></Information>)";
  auto told = read(telegram_xml(
      {.headline = headline, .body = intensity_body(city("川崎川崎区", "1413100", "<MaxInt>4</MaxInt>"))}));
  REQUIRE(told.municipalities.size() == 2);
  CHECK(told.municipalities[0].intensity == intensity::five_lower_or_more_unknown);
  CHECK(told.municipalities[1].code == "1413200");
  CHECK(told.municipalities[1].intensity == intensity::five_lower_or_more_unknown);
}

TEST_CASE("a value that arrived and is stronger counts beside one that did not") {
  auto told = read(telegram_xml(
      {.body = intensity_body(
           city("川崎川崎区", "1413100", "<MaxInt>6-</MaxInt><Condition>震度５弱以上未入電</Condition>"))}));
  CHECK(told.municipalities.at(0).intensity == intensity::six_lower);
}

TEST_CASE("magnitudes: a number, a description alone, both") {
  struct row {
    std::string_view xml;
    domain::measure expected;
  };
  const row rows[] = {{R"(description="Ｍ５．９">5.9)", {5.9, "", ""}},
                      {R"(condition="不明" description="Ｍ８を超える巨大地震">NaN)", {8, "more_than", ""}},
                      {R"(condition="不明" description="Ｍ不明">NaN)", {{}, "", "unknown"}},
                      {R"(description="Ｍ不明">NaN)", {{}, "", "unknown"}},
                      {R"(description="">NaN)", {{}, "", "unknown"}},
                      {R"(description="Ｍ６．１"> 6.1 )", {6.1, "", ""}},
                      {R"(description="x">inf)", {{}, "", "unknown"}}};
  for (const auto& [xml, expected] : rows) {
    const auto& shown = xml;
    CAPTURE(shown);
    auto told = read(telegram_xml({.body = intensity_body(city("a", "1413100", "<MaxInt>4</MaxInt>"), xml)}));
    CHECK(told.magnitude == expected);
  }
}

TEST_CASE("heights of a tsunami: metres, more than, less than, in words") {
  struct row {
    std::string_view xml;
    domain::measure expected;
  };
  const row rows[] = {{R"(description="３ｍ">3)", {3, "", ""}},
                      {R"(description="１０ｍ超">10)", {10, "more_than", ""}},
                      {R"(description="０．２ｍ未満">0.2)", {0.2, "less_than", ""}},
                      {R"(condition="不明" description="巨大">NaN)", {{}, "", "huge"}},
                      {R"(condition="不明" description="高い">NaN)", {{}, "", "high"}}};
  for (const auto& [xml, expected] : rows) {
    const auto& shown = xml;
    CAPTURE(shown);
    auto height = "<MaxHeight><jmx_eb:TsunamiHeight type=\"津波の高さ\" unit=\"m\" " + std::string(xml) +
                  "</jmx_eb:TsunamiHeight></MaxHeight>";
    auto told =
        read(telegram_xml({.title = "津波警報・注意報・予報a",
                           .body = test::tsunami_body(test::coast("東京湾内湾", "312", "51", height))}));
    CHECK(told.tsunami.at(0).height == expected);
  }
}

TEST_CASE("a warning that ended is lifted") {
  auto told = read(telegram_xml({.title = "津波警報・注意報・予報a",
                                 .body = test::tsunami_body(test::coast("東京湾内湾", "312", "50", ""))}));
  CHECK(told.tsunami.at(0).lifted);
  CHECK(told.tsunami.at(0).category == domain::tsunami_category::none);
}

TEST_CASE("status and action are read from their words") {
  CHECK(read(telegram_xml({.status = "訓練", .body = intensity_body("")})).status == bulletin_status::drill);
  CHECK(read(telegram_xml({.status = "試験", .body = intensity_body("")})).status == bulletin_status::test);
  CHECK(read(telegram_xml({.action = "訂正", .body = intensity_body("")})).action ==
        bulletin_action::corrected);
  CHECK(read(telegram_xml({.action = "取消"})).action == bulletin_action::cancelled);
}

TEST_CASE("the type goes by the whole title: another one with the same words is another") {
  CHECK(read(telegram_xml({.title = "顕著な地震の震源要素更新のお知らせ"})).kind == bulletin_kind::other);
  CHECK(read(telegram_xml({.title = "南海トラフ地震に関連する情報"})).kind == bulletin_kind::other);
  CHECK(read(telegram_xml({.title = "地震"})).kind == bulletin_kind::other);
}

TEST_CASE("a hypocentre alone is read, with no intensity") {
  auto told = read(
      telegram_xml({.title = "震源に関する情報",
                    .body = "<Earthquake><OriginTime>2030-01-01T09:00:00+09:00</OriginTime><Hypocenter><Area>"
                            "<Name>架空湾</Name></Area></Hypocenter></Earthquake>"}));
  CHECK(told.kind == bulletin_kind::hypocentre);
  CHECK(told.hypocentre == "架空湾");
  CHECK(told.municipalities.empty());
}

TEST_CASE("a byte order mark, other prefixes, comments and CDATA change nothing") {
  auto xml = replaced(whole(), "<MaxInt>5+</MaxInt>", "<MaxInt>5<!-- -->+</MaxInt>");
  xml = replaced(xml, "<Status>通常</Status>", "<Status><![CDATA[通常]]></Status>");
  CHECK(read("\xEF\xBB\xBF" + xml).municipalities.at(0).intensity == intensity::five_upper);
  auto prefixed = replaced(whole(), "<Report xmlns=", "<j:Report xmlns:j=");
  CHECK(read(replaced(prefixed, "</Report>", "</j:Report>")).municipalities.size() == 1);
}

TEST_CASE("what is missing is named, all of it at once") {
  auto xml = replaced(whole(), "<EventID>20300101090000</EventID>", "");
  xml = replaced(xml, "<InfoType>発表</InfoType>", "<InfoType></InfoType>");
  xml = replaced(xml, "<Status>通常</Status>", "<Status>本番</Status>");
  auto told = read_telegram(xml);
  REQUIRE(told.has_error());
  CHECK(told.error().code == refusal_code::invalid);
  CHECK(told.error().errors ==
        std::vector<field_error>{{"Control/Status", "unknown", "\"本番\" is none of 通常, 訓練, 試験"},
                                 {"Head/InfoType", "required", "the telegram does not have it"},
                                 {"Head/EventID", "required", "the telegram does not have it"}});
}

TEST_CASE("each part that a telegram needs is asked for") {
  struct row {
    std::string_view from, to, field;
  };
  const row rows[] = {
      {"<Title>震源・震度に関する情報</Title>", "", "Control/Title"},
      {"<Status>通常</Status>", "", "Control/Status"},
      {"<Serial>1</Serial>", "", "Head/Serial"},
      {"<ReportDateTime>2030-01-01T09:05:00+09:00</ReportDateTime>", "", "Head/ReportDateTime"},
      {"2030-01-01T09:05:00+09:00", "2030-13-01T09:05:00+09:00", "Head/ReportDateTime"},
      {"<OriginTime>2030-01-01T09:00:00+09:00</OriginTime>", "", "Body/Earthquake/OriginTime"},
      {"<Code>360</Code>", "", "Body/Intensity/Observation/Pref/Area/Code"},
      {"<Code>1413100</Code>", "", "Body/Intensity/Observation/Pref/Area/City/Code"},
      {"<MaxInt>5+</MaxInt>", "<MaxInt>9</MaxInt>",
       "Body/Intensity/Observation/Pref/Area/City[1413100 川崎川崎区]/MaxInt"},
      {"<Type xpath=\"Pref/Area/City/Code\">気象・地震・火山情報／市町村等</Type>", "",
       "Body/Intensity/Observation/CodeDefine/Type[@xpath='Pref/Area/City/Code']"}};
  for (const auto& [from, to, field] : rows) {
    const auto& shown = field;
    CAPTURE(shown);
    auto told = read_telegram(replaced(whole(), from, to));
    REQUIRE(told.has_error());
    CHECK(told.error().code == refusal_code::invalid);
    REQUIRE(told.error().errors.size() == 1);
    CHECK(told.error().errors[0].field == field);
  }
}

TEST_CASE("codes of a table that is not known, or of another table, are not read") {
  for (std::string_view table : {"架空の表", "津波予報区", "震度観測点"}) {
    CAPTURE(table);
    auto told =
        read_telegram(replaced(whole(), ">気象・地震・火山情報／市町村等<", ">" + std::string(table) + "<"));
    REQUIRE(told.has_error());
    CHECK(told.error().code == refusal_code::invalid);
    CHECK(told.error().errors.at(0).field == "Body/Intensity/Observation/CodeDefine");
    CHECK(told.error().errors.at(0).code == "unknown");
    CHECK(told.error().errors.at(0).detail.find(table) != std::string::npos);
  }
  auto headline = read_telegram(telegram_xml(
      {.headline = R"(<Information type="x"><Item><Areas codeType="架空の表"/></Item></Information>)",
       .body = intensity_body("")}));
  REQUIRE(headline.has_error());
  CHECK(headline.error().errors.at(0).field == "Head/Headline/Information/Item/Areas");
}

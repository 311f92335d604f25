#include "server/model/json.hpp"
#include "server/roster/csv.hpp"
#include "server/roster/dates.hpp"
#include "server/roster/formula.hpp"
#include "server/roster/languages.hpp"
#include "tests/roster/words.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::roster;

TEST_CASE("dates in every writing") {
  struct row {
    std::string_view cell, date;
  };
  const row rows[] = {{"昭和51年2月2日", "1976-02-02"},   {"S51.2.2", "1976-02-02"},
                      {"s51/2/2", "1976-02-02"},          {"H6.6.6", "1994-06-06"},
                      {"H1.11.11", "1989-11-11"},         {"令和9年3月31日", "2027-03-31"},
                      {"令和元年5月1日", "2019-05-01"},   {"R1.5.1", "2019-05-01"},
                      {"大正15年12月24日", "1926-12-24"}, {"M45.7.29", "1912-07-29"},
                      {"昭和64年1月7日", "1989-01-07"},   {"㍼51年2月2日", "1976-02-02"},
                      {"1962/3/3", "1962-03-03"},         {"1962-03-03", "1962-03-03"},
                      {"1962.3.3", "1962-03-03"},         {"1962年3月3日", "1962-03-03"},
                      {"１９６２／３／３", "1962-03-03"}, {"19620303", "1962-03-03"},
                      {"1962/3/3 0:00", "1962-03-03"},    {"平成 6年 6月 6日", "1994-06-06"},
                      {"2024/2/29", "2024-02-29"}};
  for (const auto& [cell, date] : rows) {
    const auto& shown = cell;
    CAPTURE(shown);
    auto read = read_date(cell);
    CHECK(read.date == date);
    CHECK_FALSE(read.odd_era);
  }
}

TEST_CASE("dates that are none, or could be two") {
  struct row {
    std::string_view cell, code;
  };
  const row rows[] = {{"2026/13/45", "range"},    {"1999/2/29", "range"},   {"H6.6.31", "range"},
                      {"昭和0年1月1日", "range"}, {"51.2.2", "format"},     {"3/3/1962", "format"},
                      {"27426", "format"},        {"1962/3", "format"},     {"昭和51年", "format"},
                      {"不明", "format"},         {"1962/3/3頃", "format"}, {"S51", "format"},
                      {"1962030", "format"},      {"X51.2.2", "format"}};
  for (const auto& [cell, code] : rows) {
    const auto& shown = cell;
    CAPTURE(shown);
    auto read = read_date(cell);
    CHECK(read.date.empty());
    CHECK(read.code == code);
    CHECK(read.detail.find(cell) != std::string::npos);
  }
}

TEST_CASE("an era that had ended is read and said to be odd") {
  auto read = read_date("平成33年3月31日");
  CHECK(read.date == "2021-03-31");
  CHECK(read.odd_era);
  CHECK(read_date("昭和64年1月8日").odd_era);
}

TEST_CASE("languages and levels in every notation") {
  struct row {
    std::string_view cell, spoken, written;
  };
  const row rows[] = {
      {"中国語", "zh", "zh-Hans zh-Hant"},
      {"中国語（簡体字）（母語）", "zh/native", "zh-Hans/native"},
      {"中国語（母語）（簡体字）", "zh/native", "zh-Hans/native"},
      {"中国語：繁体字", "zh", "zh-Hant"},
      {"普通話", "cmn", "zh-Hans zh-Hant"},
      {"中国語（広東語）", "yue", "zh-Hant"},
      {"ロシア語（中級）、クメール語（中級）、フィリピノ語:母語",
       "ru/intermediate km/intermediate fil/native", "ru/intermediate km/intermediate fil/native"},
      {"タガログ語", "fil", "fil"},
      {"ビルマ語（ビジネス）", "my/business", "my/business"},
      {"韓国・朝鮮語（ビジネス）", "ko/business", "ko/business"},
      {"韓国語", "ko", "ko"},
      {"英語・フランス語", "en fr", "en fr"},
      {"英語 スペイン語", "en es", "en es"},
      {"ベトナム語（母語）・英語（中級）", "vi/native en/intermediate", "vi/native en/intermediate"},
      {"中国語（簡体字）母語", "zh/native", "zh-Hans/native"},
      {"Min Nan Chinese", "nan", "zh-Hant"},
      {"English (native); French", "en/native fr", "en/native fr"},
      {"英語 上級/ﾍﾞﾄﾅﾑ語 日常会話", "en/advanced vi/daily", "en/advanced vi/daily"},
      {"英語上級", "en/advanced", "en/advanced"},
      {"vi:daily, pt-BR", "vi/daily pt", "vi/daily pt"},
      {"zh-Hant", "zh", "zh-Hant"},
      {"スワヒリ語（母語）", "sw/native", "sw/native"},
      {"Swahili", "sw", "sw"},
      {"英語（中級）、英語（上級）", "en/advanced", "en/advanced"},
      {"中国語:日常会話、中国語（簡体字）:母語", "zh/native", "zh-Hans/native zh-Hant/daily"},
      {"", "", ""}};
  for (const auto& [cell, spoken, written] : rows) {
    const auto& shown = cell;
    CAPTURE(shown);
    auto read = read_languages(cell, test::words());
    CHECK(read.unknown.empty());
    CHECK(read.unsure.empty());
    CHECK(test::shown(read.spoken) == spoken);
    CHECK(test::shown(read.written) == written);
  }
}

TEST_CASE("languages that nobody knows are named, one by one") {
  auto read = read_languages("エルフ語（母語）、英語、x", test::words());
  CHECK(read.unknown == std::vector<std::string>{"エルフ語(母語)", "x"});
  CHECK(read.spoken.size() == 1);
}

TEST_CASE("written languages read back, those without a name by their tags") {
  std::vector<language_skill> spoken{
      {"zh", level::native}, {"cmn", level::unknown}, {"sw", level::daily}, {"en-GB", level::business}};
  CHECK(write_spoken(spoken, test::words()) == "中国語：母語、普通話、sw：日常会話、en-GB：ビジネス");
  CHECK(test::shown(read_languages(write_spoken(spoken, test::words()), test::words()).spoken) ==
        test::shown(spoken));
  std::vector<language_skill> written{
      {"zh-Hans", level::native}, {"zh-Hant", level::daily}, {"ko", level::unknown}};
  CHECK(write_written(written, test::words()) ==
        "中国語（簡体字）：母語、中国語（繁体字）：日常会話、韓国・朝鮮語");
  CHECK(test::shown(read_languages(write_written(written, test::words()), test::words()).written) ==
        test::shown(written));
}

TEST_CASE("CSV: quotes, empty fields, and what stands behind a closing quote") {
  auto rows = read_csv("a,\"b,\"\"c\"\"\",\r\n\"x\"y,z\"q\",\n,\n");
  REQUIRE(rows.has_value());
  REQUIRE(rows->size() == 3);
  CHECK((*rows)[0].fields == std::vector<std::string>{"a", "b,\"c\"", ""});
  CHECK((*rows)[1].fields == std::vector<std::string>{"xy", "z\"q\"", ""});
  CHECK((*rows)[2].fields == std::vector<std::string>{"", ""});
  CHECK((*rows)[2].line == 3);
}

TEST_CASE("CSV: what is written reads back") {
  std::vector<std::string> fields{"a", "b,c", "d\"e", "f\ng", " h ", "", "i;j", "k\tl", "sep=x"};
  auto rows = read_csv(write_csv(fields));
  REQUIRE(rows.has_value());
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().fields == fields);
}

TEST_CASE("CSV: a first field that looks like Excel's line of separators is a field") {
  std::vector<std::string> fields{"sep=", ""};
  auto rows = read_csv(write_csv(fields));
  REQUIRE(rows.has_value());
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().fields == fields);
}

TEST_CASE("cells that a spreadsheet would run are written as text, and read back as they were") {
  for (std::string cell : {"=1+1", "+81-90", "-5", "@SUM(A1)", "\tx", "＝1+1", "＠x", "'=x", "''-x"}) {
    CAPTURE(cell);
    CHECK(guarded(cell) == "'" + cell);
    CHECK(exposed(guarded(cell)) == cell);
  }
  for (std::string cell : {"", "'", "'a", "a=b", "090-1111-2222"}) {
    CAPTURE(cell);
    CHECK(guarded(cell) == cell);
    CHECK(exposed(guarded(cell)) == cell);
  }
}

TEST_CASE("an export: byte order mark, CRLF, Japanese headers, formulas made text") {
  volunteer one;
  one.number = "A1";
  one.name = text<80>("架空 一");
  one.spoken = {{"vi", level::native}};
  one.written = {{"vi", level::native}};
  one.does = {request_kind::interpret, request_kind::accompany};
  one.specialties = {specialty::medical};
  one.insured = false;
  one.note = text<1000>("=1+1\n二");
  one.state = volunteer_state::registered;
  std::vector all{one};
  CHECK(write_roster(all, test::words()) ==
        "\xEF\xBB\xBF登録番号,氏名,フリガナ,性別,生年月日,電話番号,メールアドレス,居住区,話す言語,書く言語,"
        "対応可能,専門,活動可能日時,"
        "資格,資格有効期限,保険加入,備考,登録状態,在席\r\n"
        "A1,架空 "
        "一,,,,,,,ベトナム語：母語,ベトナム語：母語,通訳、付き添い,医療,,,,無,\"'=1+1\n二\",登録,不在\r\n");
}

TEST_CASE("every value of a volunteer survives export and import") {
  volunteer one;
  one.number = "-A1";
  one.name = text<80>("架空, \"一\"");
  one.kana = text<80>("カクウ イチ");
  one.birth_date = text<10>("1976-02-02");
  one.phone = text<30>("+81-90-1111-2222");
  one.email = text<120>("a@example.jp");
  one.area = "川崎区; 幸区";
  one.spoken = {{"yue", level::native}, {"nan", level::daily}};
  one.written = {{"zh-Hant", level::native}, {"fa-AF", level::unknown}};
  one.hours = "毎日\n18時～22時";
  one.qualification = "=JLPT";
  one.qualification_until = text<10>("2027-03-31");
  one.note = text<1000>("なし");
  one.presence = presence::on_call;
  std::vector<volunteer> all;
  auto add = [&](auto change) {
    all.push_back(one);
    all.back().number = "-A" + std::to_string(all.size());
    all.back().name = text<80>("架空 " + std::to_string(all.size()));
    all.back().kana = text<80>("カクウ " + std::to_string(all.size()));
    change(all.back());
  };
  for (auto each : {gender::unknown, gender::female, gender::male, gender::other})
    add([&](auto& to) { to.gender = each; });
  for (auto each :
       {request_kind::interpret, request_kind::translate, request_kind::check, request_kind::accompany})
    add([&](auto& to) { to.does = {each}; });
  for (auto each : {specialty::medical, specialty::legal, specialty::childcare, specialty::school,
                    specialty::work, specialty::housing, specialty::administration})
    add([&](auto& to) { to.specialties = {each}; });
  for (auto each : {volunteer_state::applicant, volunteer_state::registered, volunteer_state::suspended,
                    volunteer_state::left})
    add([&](auto& to) { to.state = each; });
  for (auto each : {presence::off, presence::on_call, presence::signed_in, presence::out, presence::resting})
    add([&](auto& to) { to.presence = each; });
  for (auto each : {true, false}) add([&](auto& to) { to.insured = each; });
  for (auto each :
       {level::unknown, level::daily, level::intermediate, level::business, level::advanced, level::native})
    add([&](auto& to) { to.spoken = {{"zh", each}}; });
  auto read = test::imported(write_roster(all, test::words()));
  CHECK(read.outcome.rejected.empty());
  REQUIRE(read.volunteers.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    CHECK(json::write_string(test::stored(read.volunteers[i])) == json::write_string(all[i]));
}

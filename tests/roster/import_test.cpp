#include "tests/roster/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace kotobashi;
using test::imported;

namespace {
std::string rejections(const roster::roster_reading& read) {
  std::string all;
  for (const auto& each : read.outcome.rejected)
    all += std::to_string(each.line) + ' ' + each.field + ' ' + each.code + '\n';
  return all;
}
std::string warnings(const roster::roster_reading& read) {
  std::string all;
  for (const auto& each : read.outcome.warnings)
    all += std::to_string(each.line) + ' ' + each.field + ' ' + each.code + '\n';
  return all;
}
refusal refused(std::string_view file) {
  auto read = roster::read_roster(file, test::words(), {}, *from_rfc3339("2026-11-24T00:00:00Z"));
  REQUIRE(read.has_error());
  return read.error();
}
constexpr std::string_view small = "番号,氏名,言語\r\nA1,架空 一,英語\r\n";
} // namespace

TEST_CASE("one file in every charset that offices use") {
  // ①㈱髙﨑 are in CP932 and not in Shift_JIS.
  std::string file = "番号,氏名,言語,備考\r\nA1,髙﨑 一,英語,①㈱\r\n";
  struct row {
    std::string bytes, charset;
  };
  const row rows[] = {{file, "UTF-8"},
                      {"\xEF\xBB\xBF" + file, "UTF-8"},
                      {test::in_charset(file, "windows-31j"), "CP932"},
                      {"\xFF\xFE" + test::in_charset(file, "UTF-16LE"), "UTF-16LE"},
                      {"\xFE\xFF" + test::in_charset(file, "UTF-16BE"), "UTF-16BE"},
                      {test::in_charset(file, "UTF-16LE"), "UTF-16LE"}};
  for (const auto& [bytes, charset] : rows) {
    const auto& shown = charset;
    CAPTURE(shown);
    auto read = imported(bytes);
    CHECK(read.outcome.charset == charset);
    REQUIRE(read.volunteers.size() == 1);
    CHECK(read.volunteers[0].name.reveal().value == "髙﨑 一");
    CHECK(read.volunteers[0].note->reveal().value == "①㈱");
  }
}

TEST_CASE("what a refusal quotes of a file is whole characters") {
  std::string cell;
  for (int i = 0; i < 50; ++i) cell += "あ";
  for (const char* before : {"", "a", "ab"}) {
    auto why = refused(before + cell + ",x\r\n");
    CHECK(valid_utf8(why.errors.at(0).detail));
    CHECK(why.errors[0].detail.find("ああ") != std::string::npos);
  }
}

TEST_CASE("EUC-JP and ISO-2022-JP are found too") {
  for (const char* charset : {"EUC-JP", "ISO-2022-JP"}) {
    CAPTURE(charset);
    auto read = imported(test::in_charset(small, charset));
    CHECK(read.outcome.charset == charset);
    CHECK(read.volunteers.at(0).name.reveal().value == "架空 一");
  }
}

TEST_CASE("separators and line ends as programs write them") {
  for (std::string file :
       {"番号\t氏名\t言語\r\nA1\t架空 一\t英語\r\n", "番号;氏名;言語\nA1;架空 一;英語",
        "番号,氏名,言語\rA1,架空 一,英語\r", "sep=;\r\n番号;氏名;言語\r\nA1;架空 一;英語\r\n",
        "\"番号\",\"氏名\",\"言語\"\n\"A1\",\"架空 一\",\"英語\"\n"}) {
    CAPTURE(file);
    auto read = imported(file);
    REQUIRE(read.volunteers.size() == 1);
    CHECK(read.volunteers[0].number.value == "A1");
    CHECK(read.volunteers[0].spoken.at(0).language.value == "en");
  }
}

TEST_CASE("headers in English, with marks and brackets, in another order, under a title") {
  auto read = imported(
      "ボランティア名簿（令和8年度）,,,,\r\n,,,,\r\nE-mail,※氏名（漢字）,Languages,Phone Number,ﾌﾘｶﾞﾅ\r\n"
      "a@example.jp,架空 一,Vietnamese (native),090-1111-2222,かくう いち\r\n");
  REQUIRE(read.volunteers.size() == 1);
  CHECK(read.volunteers[0].email->reveal().value == "a@example.jp");
  CHECK(read.volunteers[0].kana->reveal().value == "カクウ イチ");
  CHECK(test::shown(read.volunteers[0].spoken) == "vi/native");
  CHECK(read.outcome.blank == 1);
  CHECK(warnings(read) == "1  skipped_line\n");
}

TEST_CASE("who is in a file without a column of abilities interprets") {
  CHECK(imported("氏名,言語\n架空 一,英語\n").volunteers.at(0).does == std::vector{request_kind::interpret});
  CHECK(imported("氏名,言語,できること\n架空 一,英語,\n").volunteers.at(0).does.empty());
}

TEST_CASE("columns that are not known, and a second one of a kind, are named") {
  auto read = imported("氏名,言語,血液型,電話,携帯\r\n架空 一,英語,A,044-111-2222,090-1111-2222\r\n");
  CHECK(warnings(read) == "1 血液型 unknown_column\n1 携帯 unknown_column\n");
  CHECK(read.volunteers.at(0).phone->reveal().value == "044-111-2222");
}

TEST_CASE("every wrong field of a row is named, and the row is not taken") {
  auto read = imported("番号,氏名,性別,生年月日,電話番号,メール,言語,保険\r\n"
                       "A1,,猫,1999/2/30,二つあります,a.example.jp,エルフ語、英語、ドワーフ語,たぶん\r\n"
                       "A2,架空 二,女,,,,英語,\r\n");
  CHECK(rejections(read) == "2 氏名 required\n2 性別 unknown\n2 生年月日 range\n2 電話番号 format\n2 メール "
                            "format\n2 言語 unknown\n"
                            "2 言語 unknown\n2 保険 unknown\n");
  CHECK(read.outcome.accepted == 1);
}

TEST_CASE("lines count as a text editor shows them, past line breaks in fields") {
  auto read = imported("氏名,言語,備考\r\n架空 一,英語,\"一\r\n二\n三\"\r\n,英語,\r\n");
  CHECK(read.volunteers.at(0).note->reveal().value == "一\n二\n三");
  CHECK(rejections(read) == "5 氏名 required\n");
}

TEST_CASE("rows that are too short or too long") {
  auto read = imported("氏名,言語,備考\r\n架空 一\r\n架空 二,英語,a,b\r\n架空 三,英語,a,,\r\n");
  CHECK(rejections(read) == "2  short_row\n3  long_row\n");
  CHECK(read.outcome.accepted == 1);
}

TEST_CASE("blank rows are counted, with full-width spaces in them too") {
  auto read = imported("氏名,言語\r\n,\r\n\r\n　, \r\n架空 一,英語\r\n");
  CHECK(read.outcome.blank == 3);
  CHECK(read.outcome.accepted == 1);
}

TEST_CASE("one person twice in the file: by number, by birthday, by telephone, in another writing") {
  auto read = imported("番号,氏名,カナ,生年月日,電話,言語\r\n"
                       "Ａ１,架空 一,カクウ イチ,S51.2.2,090-1111-2222,英語\r\n"
                       "A1,例示 二,レイジ ニ,,,英語\r\n"
                       "A3,架空　一,,1976-02-02,,英語\r\n"
                       "A4,仮名 一,ｶｸｳ ｲﾁ,昭和51年2月2日,,英語\r\n"
                       "A5,架空一,,,０９０１１１１２２２２,英語\r\n"
                       "A6,架空 一,,1980/1/1,090-3333-4444,英語\r\n");
  CHECK(rejections(read) == "3 番号 duplicate\n4 氏名 duplicate\n5 氏名 duplicate\n6 氏名 duplicate\n");
  CHECK(read.volunteers.size() == 2);
  CHECK(read.volunteers[0].number.value == "A1");
}

TEST_CASE("a person of the roster is not taken again, with no number either") {
  volunteer known;
  known.name = text<80>("架空 一");
  known.phone = text<30>("090-1111-2222");
  std::vector existing{known};
  auto read = imported("氏名,電話,言語\r\n架空　一,09011112222,英語\r\n架空　一,,英語\r\n", existing);
  CHECK(rejections(read) == "2 氏名 duplicate\n");
  CHECK(read.outcome.rejected[0].detail ==
        "this is who the roster already has: the same name and telephone number");
  CHECK(warnings(read) == "3 氏名 same_name\n");
}

TEST_CASE("a row that was refused does not make another one a duplicate") {
  auto read = imported("番号,氏名,言語\r\nA1,架空 一,エルフ語\r\nA1,架空 一,英語\r\n");
  CHECK(rejections(read) == "2 言語 unknown\n");
  CHECK(read.outcome.accepted == 1);
}

TEST_CASE("what is not understood but not needed goes to the notes") {
  auto read =
      imported("氏名,言語,対応可能,専門,備考\r\n架空 一,英語（TOEIC 900）,通訳・運転,医療、観光,夜のみ\r\n");
  REQUIRE(read.volunteers.size() == 1);
  const auto& one = read.volunteers[0];
  CHECK(test::shown(one.spoken) == "en");
  CHECK(one.does == std::vector{request_kind::interpret});
  CHECK(one.specialties == std::vector{specialty::medical});
  CHECK(one.note->reveal().value == "夜のみ\n言語: 英語(TOEIC 900)\n対応可能: 運転\n専門: 観光");
  CHECK(warnings(read) == "2 言語 kept_in_note\n2 対応可能 kept_in_note\n2 専門 kept_in_note\n");
}

TEST_CASE("telephone numbers") {
  struct row {
    std::string_view cell, number;
  };
  const row rows[] = {{"０９０－１１１１－２２２２", "090-1111-2222"},
                      {"090ー1111ー2222", "090-1111-2222"},
                      {"(044)111-2222", "044-111-2222"},
                      {"044（111）2222", "044-111-2222"},
                      {"090 1111 2222", "090-1111-2222"},
                      {"09011112222", "09011112222"},
                      {"+81-90-1111-2222", "+81-90-1111-2222"},
                      {"9011112222", "09011112222"},
                      {"441112222", "0441112222"},
                      {"なし", ""},
                      {"－", ""}};
  for (const auto& [cell, number] : rows) {
    const auto& shown = cell;
    CAPTURE(shown);
    auto read = imported("氏名,言語,電話\r\n架空 一,英語," + std::string(cell) + "\r\n");
    REQUIRE(read.volunteers.size() == 1);
    auto phone = read.volunteers[0].phone;
    CHECK((phone ? phone->reveal().value : "") == number);
  }
  for (std::string_view cell : {"044-111-2222、090-1111-2222", "110", "090-1111-2222（妻）", "9.01111E+9"}) {
    CAPTURE(cell);
    CHECK(rejections(imported("氏名,言語,電話\r\n架空 一,英語,\"" + std::string(cell) + "\"\r\n")) ==
          "2 電話 format\n");
  }
}

TEST_CASE("yes and no in the words of forms") {
  for (std::string_view yes : {"有", "あり", "○", "◯", "はい", "加入済み", "Yes", "ＹＥＳ", "1", "TRUE"})
    CHECK(imported("氏名,保険\r\n架空 一," + std::string(yes) + "\r\n").volunteers.at(0).insured == true);
  for (std::string_view no : {"無", "なし", "×", "いいえ", "未加入", "no", "0", "FALSE"})
    CHECK(imported("氏名,保険\r\n架空 一," + std::string(no) + "\r\n").volunteers.at(0).insured == false);
  CHECK_FALSE(imported("氏名,保険\r\n架空 一,\r\n").volunteers.at(0).insured.has_value());
}

TEST_CASE("a character that only its own computer can show is warned of") {
  auto read = imported("氏名,言語\r\n架\xEE\x80\x80 一,英語\r\n");
  CHECK(read.outcome.accepted == 1);
  CHECK(warnings(read) == "2 氏名 private_character\n");
}

TEST_CASE("cells that are longer than a record allows are named") {
  std::string name;
  for (int i = 0; i < 81; ++i) name += "一";
  CHECK(rejections(imported("氏名,言語\r\n" + name + ",英語\r\n")) == "2 氏名 too_long\n");
}

TEST_CASE("files that are no roster are refused with a reason") {
  struct row {
    std::string file;
    refusal_code code;
    std::string_view says;
  };
  using enum refusal_code;
  const row rows[] = {{"", invalid, "nothing in this file"},
                      {"\r\n,,\r\n", invalid, "nothing in this file"},
                      {"PK\x03\x04xxxx", unsupported, "Excel workbook"},
                      {std::string("\xD0\xCF\x11\xE0\0\0", 6), unsupported, "Excel workbook"},
                      {std::string(11 * 1024 * 1024, 'a'), too_large, "10 MB"},
                      {"氏名,備考\r\n架空 一,\"開いたまま\r\n架空 二,\r\n", malformed, "opens on line 2"},
                      {"\xEF\xBB\xBF氏名\xFF", unsupported, "no"}};
  for (const auto& [file, code, says] : rows) {
    const auto& shown = says;
    CAPTURE(shown);
    auto why = refused(file);
    CHECK(why.code == code);
    CHECK(why.detail.find(says) != std::string::npos);
  }
  auto no_name = refused("番号,言語\r\nA1,英語\r\n");
  CHECK(no_name.code == invalid);
  CHECK(no_name.errors.at(0).detail.find("\"番号\", \"言語\"") != std::string::npos);
  std::string many = "氏名\r\n";
  for (int i = 0; i < 20'001; ++i) many += "a\r\n";
  CHECK(refused(many).code == too_large);
}

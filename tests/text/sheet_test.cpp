#include "server/text/langpack/sheet.hpp"
#include "tests/support/files.hpp"
#include "tests/text/fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <sys/wait.h>

using namespace kotobashi;
using namespace kotobashi::test;
using namespace kotobashi::langpack;

namespace {
sheet sheet_of(const words::library& all, std::string_view tag, const std::vector<text_status>& only = {}) {
  return make_sheet(all, tag, only).value();
}

const sheet_row& row(const sheet& of, std::string_view key) {
  auto found = std::ranges::find(of.rows, key, &sheet_row::key);
  REQUIRE(found != of.rows.end());
  return *found;
}

std::string keys(const sheet& of) {
  std::string out;
  for (const auto& each : of.rows) out += (out.empty() ? "" : " ") + each.key;
  return out;
}

// What was given back against what was given out.
void check_same(const std::vector<returned_text>& back, const sheet& out) {
  REQUIRE(back.size() == out.rows.size());
  for (std::size_t i = 0; i < back.size(); ++i) {
    INFO(out.rows[i].full_key);
    CHECK(back[i].full_key.ends_with(out.rows[i].key));
    CHECK(back[i].source == out.rows[i].source);
    CHECK(back[i].text.value_or("") == out.rows[i].text.value_or(""));
    CHECK(back[i].broken == "");
  }
}

std::string refused(std::string_view bytes) {
  auto read = read_sheet(bytes, "en");
  return read ? "read " + std::to_string(read->size()) : read.error().detail;
}

const std::string xliff_head = R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ja" trgLang="en">)";

returned_text unit(const std::string& inside) {
  auto read = read_sheet(
      xliff_head + "<file id=\"phrases\"><unit id=\"k\">" + inside + "</unit></file></xliff>", "en");
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 1);
  return read->front();
}
} // namespace

TEST_CASE("a sheet has every text of the source in its order, with what helps to translate it") {
  broken_fixture broken;
  broken.edit(
      "langpacks/ja/phrases.arb", "\"description\": \"for the tests\"",
      "\"description\": \"a headline\",\n    \"x-terms\": [\"language.vi\", \"intensity.five_lower\"]");
  auto all = broken.load();
  auto made = sheet_of(all, "ne");
  CHECK(made.rows.size() == 28);
  CHECK(keys(made).starts_with("quake.title quake.at quake.intensity quake.areas"));
  const auto& title = row(made, "quake.title");
  CHECK(title.source == "地震がありました");
  CHECK(title.english == "Earthquake");
  CHECK(title.note == "a headline");
  REQUIRE(title.terms.size() == 2);
  CHECK(title.terms[0] == "ベトナム語 = " + all.term("ne", "language.vi").value());
  CHECK(row(made, "board.title").status == text_status::missing);
  CHECK_FALSE(row(made, "board.title").text.has_value());
  CHECK(row(sheet_of(all, "en"), "quake.title").english == "");
}

TEST_CASE("a sheet may be limited to texts in some states") {
  CHECK(sheet_of(fixture(), "ru", {text_status::outdated}).rows.size() == 1);
  auto two = sheet_of(fixture(), "ru", {text_status::outdated, text_status::missing});
  CHECK(std::ranges::all_of(two.rows, [](const sheet_row& each) {
    return each.status == text_status::outdated || each.status == text_status::missing;
  }));
  CHECK(two.rows.size() > 9);
}

TEST_CASE("there is no sheet of the source, nor of a language that nobody knows") {
  CHECK(make_sheet(fixture(), "ja").has_error());
  CHECK(make_sheet(fixture(), "xx").error().detail == "there is no language xx");
}

TEST_CASE("XLIFF is written as the standard says") {
  auto text = to_xliff(sheet_of(fixture(), "ar"));
  CHECK(text.starts_with(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
      "version=\"2.0\" srcLang=\"ja\" trgLang=\"ar\">\n  <file id=\"phrases\" "
      "original=\"ar/phrases.arb\" canResegment=\"no\" srcDir=\"ltr\" trgDir=\"rtl\">\n"));
  CHECK(text.find(R"(    <unit id="quake.at">
      <notes>
        <note category="about">for the tests</note>
        <note category="english">Time: {at}</note>
      </notes>
      <segment state="translated">
        <source xml:space="preserve">時刻：{at}</source>
)") != text.npos);
}

TEST_CASE("XLIFF's states tell ours") {
  auto made = sheet_of(fixture(), "ru");
  auto text = to_xliff(made);
  auto segment = [&](std::string_view key) {
    auto at = text.find("<segment", text.find("\"" + std::string(key) + "\""));
    return text.substr(at, text.find('>', at) + 1 - at);
  };
  for (const auto& each : made.rows) {
    if (each.status == text_status::missing) CHECK(segment(each.key) == "<segment state=\"initial\">");
    if (each.status == text_status::outdated)
      CHECK(segment(each.key) == "<segment state=\"initial\" subState=\"kotobashi:outdated\">");
    if (each.status == text_status::drafted) CHECK(segment(each.key) == "<segment state=\"translated\">");
  }
}

TEST_CASE("what was given out as XLIFF or CSV comes back the same, in every language") {
  for (const auto& each : fixture().languages()) {
    if (each.tag == "ja") continue;
    INFO(each.tag);
    auto made = sheet_of(fixture(), each.tag);
    check_same(read_sheet(to_xliff(made), each.tag).value(), made);
    check_same(read_sheet(to_csv(made), each.tag).value(), made);
  }
}

TEST_CASE("no character of a text is lost on the way") {
  auto made = sheet_of(fixture(), "en");
  auto& first = made.rows.front();
  first.text = " a;b,c\t\"d\" <e> &amp; ]]> \n'{f}'  \xF0\x9F\x8C\x8A\xEF\xBF\xBE\x01 ";
  first.source = "\"";
  first.note = "<\x02> & \"";
  check_same(read_sheet(to_xliff(made), "en").value(), made);
  check_same(read_sheet(to_csv(made), "en").value(), made);
  CHECK(to_xliff(made).find("<cp hex=\"FFFE\"/><cp hex=\"0001\"/>") != std::string::npos);
}

TEST_CASE("a key that stands in two sections is told with its section") {
  broken_fixture broken;
  broken.edit("langpacks/ja/terms.arb", "\"number.unknown\": \"",
              "\"quake.title\": \"x\",\n  \"number.unknown\": \"");
  auto all = broken.load();
  auto csv = to_csv(sheet_of(all, "ar"));
  CHECK(csv.find("\r\nphrases/quake.title,") != csv.npos);
  CHECK(csv.find("\r\nterms/quake.title,") != csv.npos);
  CHECK(csv.find("\r\nquake.at,") != csv.npos);
}

TEST_CASE("an XLIFF file is well-formed to another program") {
  if (std::system("python3 -c pass >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: there is no python3");
    return;
  }
  temporary_directory directory;
  auto file = directory.path() / "ar.xliff";
  write_file(file, to_xliff(sheet_of(fixture(), "ar")));
  write_file(
      directory.path() / "count.py",
      "import sys, xml.etree.ElementTree as t\n"
      "x = '{urn:oasis:names:tc:xliff:document:2.0}'\n"
      "r = t.parse(sys.argv[1]).getroot()\n"
      "ids = [f.get('id') + u.get('id') for f in r.findall(x + 'file') for u in f.findall(x + 'unit')]\n"
      "sys.exit(len(set(ids)) if r.tag == x + 'xliff' and len(set(ids)) == len(ids) else 99)\n");
  auto ended =
      std::system(("python3 " + (directory.path() / "count.py").string() + " " + file.string()).c_str());
  CHECK(WEXITSTATUS(ended) == 28);
}

TEST_CASE("a file that is no sheet gets one clear answer") {
  for (const auto& [bytes, said] : std::vector<std::pair<std::string, std::string>>{
           {"", "the file is empty"},
           {"\xEF\xBB\xBF \n", "the file is empty"},
           {"\x93\xFA\x96\x7B", "the file is not UTF-8 text (in Excel: save as \"CSV UTF-8\")"},
           {std::string("<\0x\0", 4), "the file is not UTF-8 text (in Excel: save as \"CSV UTF-8\")"},
           {std::string(max_sheet_bytes + 1, ' '), "the file is larger than 16 MiB"},
           {"hello", "this is neither XLIFF nor CSV with a column key in its first line"},
           {"key,ja\n", "this is neither XLIFF nor CSV with a column translation in its first line"},
           {"key,ja,translation (vi)\n", "the file's translations are in vi, not en"},
           {"key,ja,translation,Key\n", "the column key stands twice"},
           {"key,ja,translation\n\"a", "the quote that opens on line 2 is never closed: everything after it "
                                       "would be one field"},
           {"<html></html>", "this is neither XLIFF nor CSV"},
           {"<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>",
            "this is XLIFF 1.2; what export writes is XLIFF 2.0"},
           {"<xliff", "this is not the XML of a sheet: line 1, Error parsing start element tag"},
           {xliff_head + "\n<file>", "this is not the XML of a sheet: line 3, Start-end tags mismatch"},
           {xliff_head + "</xliff>\n<a/>", "this is not the XML of a sheet: line 3, a second root element"},
           {"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><xliff/>",
            "this is not the XML of a sheet: line 1, the encoding is not UTF-8"},
           {"<!DOCTYPE xliff [<!ENTITY a \"b\">]>\n<xliff/>",
            "this is not the XML of a sheet: line 1, a DOCTYPE or a declaration; neither is read"},
           {xliff_head + "\n\n&a;</xliff>",
            "this is not the XML of a sheet: line 4, a reference that XML does not have by itself"},
           {xliff_head + "&#0;</xliff>",
            "this is not the XML of a sheet: line 2, a reference that XML does not have by itself"},
           {xliff_head + "&#xD800;</xliff>",
            "this is not the XML of a sheet: line 2, a reference that XML does not have by itself"},
           {xliff_head + "&#;</xliff>",
            "this is not the XML of a sheet: line 2, a reference that XML does not have by itself"},
           {xliff_head + "&#x1F30A;&#13;</xliff>", "read 0"},
           {xliff_head + "<!-- <!DOCTYPE &a; --></xliff>", "read 0"},
       }) {
    const auto shown = bytes.substr(0, 200);
    INFO(shown);
    CHECK(refused(bytes) == said);
  }
  auto other = xliff_head;
  other.replace(other.find("\"en\""), 4, "\"fr\"");
  CHECK(refused(other + "</xliff>") == "the file's trgLang is fr, not en");
}

TEST_CASE("XLIFF is read as tools write it") {
  CHECK(unit("<segment state=\"final\"><source>a</source><target>b</target></segment>").checked);
  CHECK(unit("<segment state=\"reviewed\"><source>a</source><target>b</target></segment>").checked);
  CHECK_FALSE(unit("<segment state=\"translated\"><source>a</source><target>b</target></segment>").checked);
  CHECK_FALSE(unit("<segment><source>a</source></segment>").text.has_value());
  CHECK(unit("<segment><source>a</source><target/></segment>").text == "");
  auto marked = unit("<segment><source><![CDATA[<a>]]>&#x3042;</source><target> <mrk id=\"m\">b</mrk> "
                     "<cp hex=\"0007\"/><sm id=\"s\"/>\r\n</target></segment>");
  CHECK(marked.source == "<a>あ");
  CHECK(marked.text == " b \x07\n");
  CHECK(marked.full_key == "phrases/k");
  auto parts =
      unit("<segment state=\"final\"><source>a.</source><target>b.</target></segment><ignorable><source> "
           "</source></ignorable><segment><source>c</source><target>d</target></segment>");
  CHECK(parts.source == "a. c");
  CHECK(parts.text == "b. d");
  CHECK_FALSE(parts.checked);
  auto prefixed =
      read_sheet("<x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"JA\" "
                 "trgLang=\"EN\">\n<x:file id=\"terms\">\n<x:group id=\"g\"><x:unit "
                 "id=\"k\"/></x:group></x:file></x:xliff>",
                 "en");
  REQUIRE(prefixed.value().size() == 1);
  CHECK(prefixed.value()[0].full_key == "terms/k");
  CHECK(prefixed.value()[0].line == 3);
}

TEST_CASE("what cannot be taken from XLIFF is said of the text that has it") {
  CHECK(unit("<segment><source>a</source><target>b<ph id=\"1\"/></target></segment>").broken ==
        "has the inline code <ph>; placeholders are plain text here");
  CHECK(unit("<segment><source>a</source><target><cp hex=\"D800\"/></target></segment>").broken ==
        "has <cp> without a character");
  CHECK(unit("<segment><source>a</source><target>b</target></segment><segment><source>c</source></segment>")
            .broken == "only a part of it is translated");
  CHECK(unit("<segment><source>a</source><target order=\"2\">b</target></segment>").broken ==
        "its segments stand in another order");
  std::string deep, end;
  for (int i = 0; i < 40; ++i) {
    deep += "<mrk id=\"m\">";
    end += "</mrk>";
  }
  CHECK(unit("<segment><source>" + deep + end + "</source></segment>").broken ==
        "marks stand too deep in each other");
}

TEST_CASE("CSV is read as Excel saves it: other separators, other order, ticks of many kinds") {
  auto rows = read_sheet("\xEF\xBB\xBFTranslation (EN);KEY;remark;ja;checked;checked_by;status\r\n"
                         "\"a\r\nb\";k;why?;x;✓; Ana ;drafted\r\n;;;;;;\r\nc;l;;y\r\n",
                         "en")
                  .value();
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].line == 2);
  CHECK(rows[0].full_key == "k");
  CHECK(rows[0].text == "a\nb");
  CHECK(rows[0].source == "x");
  CHECK(rows[0].checked);
  CHECK(rows[0].checked_by == "Ana");
  CHECK(rows[0].remarks == std::vector<std::string>{"why?"});
  CHECK(rows[1].line == 5);
  CHECK_FALSE(rows[1].checked);
  for (const auto& [cell, said] : std::vector<std::pair<std::string, std::string>>{{"✓", "yes"},
                                                                                   {"x", "yes"},
                                                                                   {"X", "yes"},
                                                                                   {"1", "yes"},
                                                                                   {"はい", "yes"},
                                                                                   {" Yes ", "yes"},
                                                                                   {"○", "yes"},
                                                                                   {"", "no"},
                                                                                   {"0", "no"},
                                                                                   {"いいえ", "no"},
                                                                                   {"No", "no"},
                                                                                   {"perhaps", "broken"},
                                                                                   {"✗", "broken"}}) {
    const auto& shown = cell;
    INFO(shown);
    auto one = read_sheet("key,ja,translation,checked\nk,x,a," + cell + "\n", "en").value().at(0);
    CHECK((!one.broken.empty() ? "broken" : one.checked ? "yes" : "no") == said);
  }
  CHECK(read_sheet("key,ja,translation\nk,x,a,b\n", "en").value().at(0).broken ==
        "has more cells than there are columns");
}

#include "server/text/pack.hpp"
#include "server/text/render.hpp"
#include "tests/desktop/desk.hpp"
#include "tests/support/files.hpp"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QTextLayout>
#include <doctest/doctest.h>

#include <set>

// Every text that readers can meet, shaped with the fonts of its pack as the desktop and the sheets find
// them: a character without a glyph (tofu) has the glyph number 0.

using namespace kotobashi;

namespace {
QStringList families(const words::language& of) {
  QStringList out;
  for (const auto& each : of.fonts) out << QString::fromStdString(each);
  return out;
}

// How many characters of `text` no font has.
int missing_glyphs(const QString& text, const QStringList& fonts) {
  QFont font;
  font.setFamilies(fonts);
  QTextLayout layout(text, font);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  if (line.isValid()) line.setNumColumns(static_cast<int>(text.size()));
  layout.endLayout();
  int missing = 0;
  for (const auto& run : layout.glyphRuns()) missing += static_cast<int>(run.glyphIndexes().count(0));
  return missing;
}

// What is to be drawn: texts by the tag of their language.
using drawn = std::map<std::string, std::set<std::string>>;

void add(drawn& to, const words::paragraph& runs) {
  for (const auto& each : runs) {
    if (each.text != "\n") to[each.language].insert(each.text);
    if (each.ruby) to[each.language].insert(*each.ruby);
  }
}

void add_topics(drawn& to, const words::library& all) {
  words::render_context context;
  context.now = *from_rfc3339("2026-07-01T00:00:00Z");
  context.contact =
      domain::center_contact{{{"ja", "川崎市災害多言語支援センター"}}, "044-000-0000", {}, "09:00", "17:00"};
  for (const auto& topic : all.topics()) {
    boost::json::object example;
    for (const auto& each : topic.parameters)
      if (!each.example.is_null()) example.emplace(each.name, each.example);
    auto given = words::check_parameters(all, topic, example);
    REQUIRE_MESSAGE(given.has_value(), topic.id);
    for (const auto& text : words::render(all, topic, *given, std::vector<std::string>{}, context).value()) {
      add(to, text.title);
      for (const auto& each : text.body) add(to, each);
    }
  }
}

// Terms can all be values; the texts of pages stand as they are, patterns and all.
void add_words(drawn& to, const words::library& all) {
  for (const auto& language : all.languages()) {
    to[language.tag].insert(language.name);
    for (auto part : {words::section::terms, words::section::pages})
      for (const auto& each : all.find_pack(language.tag)->all(part)) to[language.tag].insert(each.text);
  }
}
} // namespace

TEST_CASE("every text of every language is drawn without a missing glyph") {
  test::application();
  words::library all(test::source_directory() / "templates", test::source_directory() / "langpacks");
  drawn texts;
  add_topics(texts, all);
  add_words(texts, all);
  CHECK(all.languages().size() == 22);
  for (const auto& language : all.languages()) {
    CAPTURE(language.tag);
    CHECK(texts[language.tag].size() > 300);
    for (const auto& each : texts[language.tag])
      CHECK_MESSAGE(missing_glyphs(QString::fromStdString(each), families(language)) == 0, each);
  }
}

TEST_CASE("the fonts that the packs name are installed") {
  test::application();
  words::library all(test::source_directory() / "templates", test::source_directory() / "langpacks");
  for (const auto& language : all.languages())
    for (const auto& each : families(language))
      CHECK_MESSAGE(QFontDatabase::hasFamily(each), language.tag << ": " << each.toStdString());
}

TEST_CASE("a character that no font has is found") {
  test::application();
  CHECK(missing_glyphs(QStringLiteral("a\uE123b"), {QStringLiteral("Noto Sans")}) == 1);
  CHECK(missing_glyphs(QStringLiteral("ab"), {QStringLiteral("Noto Sans")}) == 0);
}

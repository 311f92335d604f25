#include "client/desktop/languages_dialog.hpp"
#include "tests/desktop/desk.hpp"

#include <QLabel>
#include <QTreeWidget>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;

TEST_CASE_FIXTURE(desk, "the overview leads to a table of every language and what it lacks") {
  button(window.get(), QStringLiteral("Languages …"))->click();
  auto* dialog = window->findChild<LanguagesDialog*>();
  REQUIRE(dialog);
  auto* table = dialog->findChild<QTreeWidget*>();
  REQUIRE(eventually([&] { return table->topLevelItemCount() == 22; }));
  auto all = center.get("/api/v1/languages/status").json().at("items").as_array();
  for (int row = 0; row < 22; ++row) {
    const auto& of = all.at(static_cast<std::size_t>(row));
    int column = 2;
    for (const char* part : {"phrases", "terms", "pages"})
      for (const char* state : {"missing", "drafted", "checked", "outdated"})
        CHECK(table->topLevelItem(row)->text(column++).toInt() == of.at(part).at(state).as_int64());
  }
  CHECK(table->headerItem()->text(2) == QStringLiteral("Phrases\nmissing"));
}

TEST_CASE("the overview says which pack is left out, in which file and why") {
  test::temporary_directory copy;
  std::filesystem::copy(test::source_directory() / "langpacks", copy.path(),
                        std::filesystem::copy_options::recursive);
  test::write_file(copy.path() / "ne/phrases.arb", "{\n  \"a\": 1,");
  desk at(copy.path());
  QString said;
  for (auto* each : at.window->findChildren<QLabel*>(QStringLiteral("problem")))
    if (each->isVisible()) said += each->text();
  CHECK(said.contains(QStringLiteral("Left out: ")));
  CHECK(said.contains(QStringLiteral("ne/phrases.arb")));
  CHECK(at.gateway->model().languages().size() == 21);
}

TEST_CASE_FIXTURE(desk, "where no pack is left out the overview says nothing of it") {
  for (auto* each : window->findChildren<QLabel*>())
    CHECK_FALSE(each->text().contains(QStringLiteral("Left out")));
}

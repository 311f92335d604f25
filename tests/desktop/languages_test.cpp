#include "client/desktop/languages_dialog.hpp"
#include "client/desktop/wording_reviews.hpp"
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
  auto* table = dialog->findChild<QTreeWidget*>(QStringLiteral("languages"));
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

TEST_CASE_FIXTURE(desk, "what volunteers said of texts is accepted or declined, several at a time") {
  auto texts = center.get("/api/v1/wordings?language=vi&limit=3").json().at("items").as_array();
  REQUIRE(texts.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    boost::json::object said{{"language", "vi"}, {"key", texts[i].at("key")}, {"was", texts[i].at("text")}};
    if (i == 2) said["said"] = std::string(texts[i].at("text").as_string()) + " Xin.";
    REQUIRE(center.post("/api/v1/wording-reviews", said).status == 201);
  }
  button(window.get(), QStringLiteral("Languages …"))->click();
  auto* reviews = window->findChild<WordingReviews*>();
  REQUIRE(reviews);
  auto* table = reviews->findChild<QTreeWidget*>();
  REQUIRE(eventually([&] { return table->topLevelItemCount() == 3; }));
  button(reviews, QStringLiteral("Select all that are right"))->click();
  CHECK(table->selectedItems().size() == 2);
  button(reviews, QStringLiteral("Accept"))->click();
  REQUIRE(eventually([&] { return table->topLevelItemCount() == 1; }));
  table->selectAll();
  button(reviews, QStringLiteral("Decline"))->click();
  REQUIRE(eventually([&] { return table->topLevelItemCount() == 0; }));
  std::map<std::string, int> states;
  const auto read = center.get("/api/v1/wording-reviews").json();
  for (const auto& each : read.at("items").as_array()) ++states[std::string(each.at("state").as_string())];
  CHECK(states == std::map<std::string, int>{{"accepted", 2}, {"declined", 1}});
}

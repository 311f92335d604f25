#include "client/desktop/news_dialog.hpp"
#include "tests/desktop/desk.hpp"

#include <QComboBox>
#include <QLabel>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;

namespace {
struct news : desk {
  news() {
    REQUIRE(eventually([&] { return gateway->model().center().has_value(); }));
    dialog = new NewsDialog(*gateway, window.get());
    dialog->open();
  }
  // The boxes that ask something: hazard, tsunami, wards.
  std::vector<QComboBox*> boxes() const {
    std::vector<QComboBox*> out;
    for (auto* each : dialog->findChildren<QComboBox*>())
      if (each->isVisible()) out.push_back(each);
    return out;
  }
  void choose(hazard what) const {
    boxes().front()->setCurrentIndex(boxes().front()->findData(static_cast<int>(what)));
  }
  bool says(const QString& text) const {
    for (auto* each : dialog->findChildren<QLabel*>())
      if (each->text() == text) return true;
    return false;
  }
  bool answer(const QString& text) const {
    button(dialog, QStringLiteral("What does this mean for us?"))->click();
    return eventually([&] { return says(text); });
  }

  NewsDialog* dialog = nullptr;
};
const QString notKnown = QStringLiteral("Whether the trigger for opening the center is met is not known.");
} // namespace

TEST_CASE_FIXTURE(news, "wards are asked for in an earthquake, a tsunami warning in a tsunami as well") {
  CHECK(boxes().size() > 3);
  choose(hazard::tsunami);
  CHECK(boxes().size() == 2);
  choose(hazard::flood);
  CHECK(boxes().size() == 1);
}

TEST_CASE_FIXTURE(news, "a tsunami warning that decides is told, and the center can be opened from there") {
  choose(hazard::tsunami);
  auto* warned = boxes().back();
  warned->setCurrentIndex(warned->findData(static_cast<int>(tsunami_news::major_warning)));
  CHECK(answer(QStringLiteral("The center should be opened.")));
  CHECK(button(dialog, QStringLiteral("Open the center …")));
}

TEST_CASE_FIXTURE(news, "what nobody knows yet is not told as not met") {
  CHECK(answer(notKnown));
}

TEST_CASE_FIXTURE(desk, "an open center is not offered to be opened; a drill's is, for real") {
  for (const char* mode : {"drill", "actual"}) {
    if (std::string(mode) == "actual")
      REQUIRE(center
                  .post("/api/v1/activations",
                        {{"title", "x"}, {"hazard", "earthquake"}, {"mode", mode}, {"ends_drill", true}})
                  .status == 201);
    else
      center.activate(mode);
    auto want = std::string(mode) == "drill" ? QStringLiteral("DRILL") : QStringLiteral("REAL");
    REQUIRE(eventually([&] { return state() == want; }));
    auto* dialog = new NewsDialog(*gateway, window.get());
    dialog->open();
    button(dialog, QStringLiteral("What does this mean for us?"))->click();
    REQUIRE(eventually([&] {
      for (auto* each : dialog->findChildren<QLabel*>())
        if (each->text() == notKnown) return true;
      return false;
    }));
    bool offered = false;
    for (auto* each : dialog->findChildren<QPushButton*>())
      offered = offered || each->text() == QStringLiteral("Open the center …");
    CHECK(offered == (std::string(mode) == "drill"));
    dialog->close();
  }
}

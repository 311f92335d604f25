#include "client/desktop/inquiry_editor.hpp"
#include "client/desktop/notice_editor.hpp"
#include "client/desktop/publish_dialog.hpp"
#include "client/desktop/state_bar.hpp"
#include "tests/desktop/desk.hpp"

#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;

TEST_CASE_FIXTURE(desk, "the state bar says closed, real or drill, as it happens") {
  CHECK(state() == QStringLiteral("CLOSED"));
  center.activate("drill");
  CHECK(eventually([&] { return state() == QStringLiteral("DRILL"); }));
  CHECK(center
            .post("/api/v1/activations",
                  {{"title", "本当"}, {"hazard", "earthquake"}, {"mode", "actual"}, {"ends_drill", true}})
            .status == 201);
  CHECK(eventually([&] { return state() == QStringLiteral("REAL"); }));
}

TEST_CASE_FIXTURE(desk, "an editor fills in the earthquake notice and publishes it") {
  center.activate();
  REQUIRE(eventually([&] { return state() == QStringLiteral("REAL"); }));
  auto* editor = new NoticeEditor(*gateway, window.get());
  suggestion wish{"earthquake", boost::json::object{{"occurred_at", "2026-11-24T05:00:00Z"},
                                                    {"areas", boost::json::array{"14131"}},
                                                    {"intensity", "five_upper"}}};
  editor->prefill(wish);
  editor->open();
  button(editor, QStringLiteral("Go on to publish …"))->click();
  PublishDialog* dialog = nullptr;
  REQUIRE(eventually([&] { return (dialog = window->findChild<PublishDialog*>()) != nullptr; }));
  button(dialog, QStringLiteral("Publish now"))->click();
  CHECK(eventually(
      [&] { return center.open("/board/en").body.find("There was an earthquake") != std::string::npos; }));
}

TEST_CASE_FIXTURE(desk, "the text of an inquiry opens only after it was said who may see it") {
  center.activate();
  REQUIRE(eventually([&] { return state() == QStringLiteral("REAL"); }));
  auto* editor = new InquiryEditor(*gateway, window.get());
  editor->open();
  auto* text = editor->findChild<QPlainTextEdit*>();
  auto boxes = editor->findChildren<QComboBox*>();
  CHECK_FALSE(text->isEnabled());
  boxes.at(0)->setCurrentIndex(2); // secret
  CHECK(text->isEnabled());
  text->setPlainText(QStringLiteral("秘密の相談"));
  boxes.at(1)->setCurrentIndex(1); // no emergency
  boxes.at(3)->setCurrentIndex(1); // the first language
  editor->acceptButton()->click();
  CHECK(eventually([&] {
    for (const auto& [id, each] : gateway->model().inquiries())
      if (each.confidential) return true;
    return false;
  }));
}

TEST_CASE_FIXTURE(desk, "Ctrl with a number leads to each place") {
  auto* places = window->findChild<QListWidget*>(QStringLiteral("places"));
  QTest::keyClick(window.get(), Qt::Key_4, Qt::ControlModifier);
  CHECK(places->currentRow() == 3);
}

TEST_CASE_FIXTURE(desk, "locking hides everything until somebody signs in again") {
  window->lock();
  CHECK_FALSE(window->findChild<StateBar*>()->isVisible());
}

#include "client/desktop/gateway.hpp"
#include "client/desktop/inquiry_editor.hpp"
#include "client/desktop/main_window.hpp"
#include "client/desktop/notice_editor.hpp"
#include "client/desktop/publish_dialog.hpp"
#include "client/desktop/state_bar.hpp"
#include "client/desktop/text.hpp"
#include "tests/support/center/center.hpp"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;

namespace {
// Never destroyed: Qt does not survive its own static objects.
QApplication& application() {
  static int count = 1;
  static char name[] = "test";
  static char* arguments[] = {name, nullptr};
  static auto& made = *(qputenv("QT_QPA_PLATFORM", "offscreen"), new QApplication(count, arguments));
  return made;
}

// Runs the event loop until the condition holds; a minute at the most.
template <class Condition>
bool eventually(Condition holds) {
  QElapsedTimer clock;
  clock.start();
  while (!holds() && clock.elapsed() < 60'000) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
  return holds();
}

// A center and a window on it, signed in as the lead.
struct desk {
  desk() {
    application();
    link::settings how;
    how.server = *link::parse_address("http://127.0.0.1:" + std::to_string(center.staff_port()));
    gateway = std::make_unique<Gateway>(how);
    window = std::make_unique<MainWindow>(*gateway, QStringLiteral("test"));
    window->show();
    auto edits = window->findChildren<QLineEdit*>();
    edits.at(0)->setText(QStringLiteral("lead"));
    edits.at(1)->setText(QStringLiteral("lead-password"));
    QTest::keyClick(edits.at(1), Qt::Key_Return);
    REQUIRE(eventually([&] { return gateway->model().overview() && !gateway->model().templates().empty(); }));
  }
  QString state() const {
    return window->findChild<StateBar*>()->findChild<QLabel*>(QStringLiteral("state"))->text();
  }
  QPushButton* button(QWidget* in, const QString& text) const {
    for (auto* each : in->findChildren<QPushButton*>())
      if (each->text().remove(QLatin1Char('&')) == text) return each;
    return nullptr;
  }

  test::running_center center;
  std::unique_ptr<Gateway> gateway;
  std::unique_ptr<MainWindow> window;
};
} // namespace

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

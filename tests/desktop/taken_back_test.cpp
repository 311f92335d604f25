#include "client/desktop/center_dialogs.hpp"
#include "client/desktop/log_panel.hpp"
#include "client/desktop/overview_panel.hpp"
#include "client/desktop/publish_dialog.hpp"
#include "client/desktop/state_bar.hpp"
#include "server/model/json.hpp"
#include "tests/desktop/desk.hpp"

#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QScreen>
#include <QTest>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;

namespace {
// Lines of the log go out in order with all other changes: when one has its answer, those before have theirs.
void addLine(desk& at, const std::string& content) {
  bool done = false;
  new_log_entry line;
  line.content = content;
  at.gateway->addLogEntry(line, [&](link::outcome<log_entry> got) { done = got.has_value(); });
  REQUIRE(eventually([&] { return done; }));
}

std::vector<std::string> lines(const desk& at) {
  std::vector<std::string> out;
  const auto all = at.center.get("/api/v1/log").json();
  for (const auto& each : all.at("items").as_array()) out.push_back(test::text_at(each, "/content"));
  return out;
}

notice_view draft(desk& at) {
  auto made = at.center.post("/api/v1/notices", {{"text", "給水車が来ます。"}});
  return *json::read_as<notice_view>(made.json());
}

bool away(const desk& at) {
  return at.gateway->status().reach == link::reach::away;
}
} // namespace

TEST_CASE_FIXTURE(desk, "a notice that was kept as a draft while the server was away stays one") {
  center.activate();
  addLine(*this, "before");
  const auto notice = draft(*this);
  center.stop();
  auto* dialog = new PublishDialog(*gateway, notice, window.get());
  dialog->open();
  dialog->acceptButton()->click();
  REQUIRE(eventually([&] { return away(*this); }));
  CHECK_FALSE(dialog->acceptButton()->isEnabled());
  button(dialog, QStringLiteral("Keep as draft"))->click();
  CHECK(window->findChild<QMessageBox*>() == nullptr); // nothing has gone out
  center.start();
  addLine(*this, "after");
  CHECK(test::text_at(center.get("/api/v1/notices/" + notice.id.value).json(), "/state") == "draft");
}

TEST_CASE_FIXTURE(desk, "what waited when somebody locked is not sent later, and they are told") {
  center.activate();
  center.stop();
  new_log_entry line;
  line.content = "while away";
  bool ended = false;
  gateway->addLogEntry(line, [&](link::outcome<log_entry> got) { ended = !got; });
  REQUIRE(eventually([&] { return away(*this); }));
  window->lock();
  center.start();
  sign_in();
  QPointer<QMessageBox> told;
  REQUIRE(eventually([&] { return (told = window->findChild<QMessageBox*>(QStringLiteral("takenBack"))); }));
  CHECK(told->text().contains(QStringLiteral("not sent")));
  CHECK(told->text().contains(QStringLiteral("a line of the log")));
  CHECK(ended);
  addLine(*this, "after");
  CHECK(lines(*this) == std::vector<std::string>{"after"});
  told->close();
}

TEST_CASE_FIXTURE(desk, "a second click on the way does nothing, and closing the dialog harms nobody") {
  center.activate();
  REQUIRE(eventually([&] { return state() == QStringLiteral("REAL"); }));
  QPointer dialog = new CloseDialog(*gateway, window.get());
  dialog->open();
  dialog->findChild<QLineEdit*>()->setText(QStringLiteral("close"));
  dialog->acceptButton()->click();
  CHECK_FALSE(dialog->acceptButton()->isEnabled());
  dialog->acceptButton()->click();
  dialog->reject();
  CHECK(eventually([&] { return gateway->unfinished() == 0; }));
  CHECK(eventually([&] { return dialog.isNull(); }));
}

TEST_CASE_FIXTURE(desk, "a window that a late reply opens waits behind the lock for its person") {
  window->lock();
  auto* late = new QDialog(window->findChild<OverviewPanel*>());
  late->open();
  QCoreApplication::processEvents();
  CHECK_FALSE(late->isVisible());
  sign_in();
  CHECK(eventually([&] { return late->isVisible(); }));
  late->close();
}

TEST_CASE_FIXTURE(desk, "Ctrl+L locks while a dialog stands before the window") {
  auto* dialog =
      new FormDialog(QStringLiteral("x"), QStringLiteral("y"), window->findChild<OverviewPanel*>());
  dialog->open();
  QTest::keyClick(dialog, Qt::Key_L, Qt::ControlModifier);
  CHECK(eventually([&] { return !window->findChild<StateBar*>()->isVisible(); }));
  CHECK_FALSE(dialog->isVisible());
}

TEST_CASE_FIXTURE(desk, "Enter pressed twice makes one line of the log, and keeps what is typed meanwhile") {
  center.activate();
  auto* content = window->findChild<LogPanel*>()->findChildren<QLineEdit*>().at(3);
  content->setText(QStringLiteral("once"));
  QTest::keyClick(content, Qt::Key_Return);
  QTest::keyClick(content, Qt::Key_Return);
  content->setText(QStringLiteral("the next"));
  addLine(*this, "after");
  CHECK(lines(*this).size() == 2);
  CHECK(content->text() == QStringLiteral("the next"));
}

TEST_CASE_FIXTURE(desk, "a critical text is confirmed only after its end was in sight") {
  auto boxesOf = [](const QWidget& in) { return in.findChildren<QCheckBox*>(); };
  ReadBackDialog whole(*gateway, QStringLiteral("逃げてください。"), window.get());
  whole.show();
  CHECK(boxesOf(whole).at(0)->isEnabled());
  ReadBackDialog cut(*gateway, QStringLiteral("とても長い文。\n").repeated(200), window.get());
  cut.show();
  CHECK(cut.height() <= cut.screen()->availableGeometry().height());
  CHECK_FALSE(boxesOf(cut).at(0)->isEnabled());
  QScrollBar* bar = nullptr;
  for (auto* each : cut.findChildren<QScrollBar*>())
    if (each->orientation() == Qt::Vertical) bar = each;
  bar->setValue(bar->maximum());
  CHECK(boxesOf(cut).at(0)->isEnabled());
}

TEST_CASE_FIXTURE(desk, "the overview fits a screen of 1024 pixels") {
  center.activate();
  REQUIRE(eventually([&] { return state() == QStringLiteral("REAL"); }));
  CHECK(window->findChild<OverviewPanel*>()->minimumSizeHint().width() <= 1024 - 200);
  CHECK(window->findChild<StateBar*>()->minimumSizeHint().width() <= 1024);
}

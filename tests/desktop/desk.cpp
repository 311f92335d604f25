#include "tests/desktop/desk.hpp"

#include "client/desktop/sign_in_page.hpp"
#include "client/desktop/state_bar.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <doctest/doctest.h>

namespace kotobashi::test {

// Never destroyed: Qt does not survive its own static objects.
QApplication& application() {
  static int count = 1;
  static char name[] = "test";
  static char* arguments[] = {name, nullptr};
  static auto& made = *(qputenv("QT_QPA_PLATFORM", "offscreen"), new QApplication(count, arguments));
  return made;
}

desk::desk(const std::filesystem::path& langpacks) : center(langpacks) {
  application();
  link::settings how;
  how.server = *link::parse_address("http://127.0.0.1:" + std::to_string(center.staff_port()));
  gateway = std::make_unique<desktop::Gateway>(how);
  window = std::make_unique<desktop::MainWindow>(*gateway, QStringLiteral("test"));
  window->show();
  sign_in();
  REQUIRE(eventually([&] { return gateway->model().overview() && !gateway->model().templates().empty(); }));
}

void desk::sign_in() {
  auto edits = window->findChild<desktop::SignInPage*>()->findChildren<QLineEdit*>();
  edits.at(0)->setText(QStringLiteral("lead"));
  edits.at(1)->setText(QStringLiteral("lead-password"));
  QTest::keyClick(edits.at(1), Qt::Key_Return);
}

QString desk::state() const {
  return window->findChild<desktop::StateBar*>()->findChild<QLabel*>(QStringLiteral("state"))->text();
}

QPushButton* desk::button(QWidget* in, const QString& text) const {
  for (auto* each : in->findChildren<QPushButton*>())
    if (each->text().remove(QLatin1Char('&')) == text) return each;
  return nullptr;
}

} // namespace kotobashi::test

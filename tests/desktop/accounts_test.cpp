#include "client/desktop/accounts_dialog.hpp"
#include "client/desktop/dialogs.hpp"
#include "tests/desktop/desk.hpp"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTreeWidget>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;

namespace {
struct accounts_desk : desk {
  accounts_desk() {
    button(window.get(), QStringLiteral("Accounts …"))->click();
    dialog = window->findChild<AccountsDialog*>();
    REQUIRE(dialog);
    list = dialog->findChild<QTreeWidget*>();
    REQUIRE(eventually([&] { return list->topLevelItemCount() == 1; }));
  }

  FormDialog* form(const QString& from) {
    button(dialog, from)->click();
    auto* opened = dialog->findChild<FormDialog*>();
    REQUIRE(opened);
    return opened;
  }
  void submit(FormDialog* what) {
    QPointer<FormDialog> there(what);
    what->acceptButton()->click();
    REQUIRE(eventually([&] { return !there; }));
  }
  static QCheckBox* box(QWidget* in, const QString& role) {
    for (auto* each : in->findChildren<QCheckBox*>())
      if (each->text().startsWith(role)) return each;
    return nullptr;
  }
  // The password that is suggested.
  std::string add(const QString& name, const QString& role) {
    auto* adding = form(QStringLiteral("Add …"));
    auto edits = adding->findChildren<QLineEdit*>();
    edits.at(0)->setText(name);
    box(adding, role)->setChecked(true);
    auto password = edits.at(1)->text().toStdString();
    submit(adding);
    REQUIRE(eventually([&] { return list->topLevelItemCount() == 2; }));
    return password;
  }
  void choose(const QString& name) { list->setCurrentItem(list->findItems(name, Qt::MatchExactly).at(0)); }

  AccountsDialog* dialog;
  QTreeWidget* list;
};
} // namespace

TEST_CASE_FIXTURE(accounts_desk, "the lead makes an account, whose person signs in with the password shown") {
  auto password = add(QStringLiteral("田中"), QStringLiteral("editor"));
  CHECK(password.size() == 14);
  auto row = list->findItems(QStringLiteral("田中"), Qt::MatchExactly).at(0);
  CHECK(row->text(1) == QStringLiteral("editor"));
  auto token = center.sign_in("田中", password);
  CHECK(center.get("/api/v1/notices", token).status == 200);
  CHECK(center.get("/api/v1/audit", token).status == 403);
}

TEST_CASE_FIXTURE(accounts_desk,
                  "an account without name, role or a long password is not sent, and says why") {
  auto* adding = form(QStringLiteral("Add …"));
  auto edits = adding->findChildren<QLineEdit*>();
  auto* problem = adding->findChild<QLabel*>(QStringLiteral("problem"));
  adding->acceptButton()->click();
  CHECK(problem->text() == QStringLiteral("Give it a name."));
  edits.at(0)->setText(QStringLiteral("lead"));
  adding->acceptButton()->click();
  CHECK(problem->text() == QStringLiteral("Tick what this person may do."));
  box(adding, QStringLiteral("inquiry desk"))->setChecked(true);
  edits.at(1)->setText(QStringLiteral("short"));
  adding->acceptButton()->click();
  CHECK(problem->text() == QStringLiteral("A password has at least 8 characters."));
  edits.at(1)->setText(QStringLiteral("long-enough"));
  adding->acceptButton()->click();
  REQUIRE(eventually([&] { return problem->text().contains(QStringLiteral("is there already")); }));
  CHECK(edits.at(1)->text() == QStringLiteral("long-enough"));
}

TEST_CASE_FIXTURE(accounts_desk, "another password, and other roles, hold at once") {
  auto first = add(QStringLiteral("desk1"), QStringLiteral("inquiry desk"));
  auto token = center.sign_in("desk1", first);
  choose(QStringLiteral("desk1"));
  auto* roles = form(QStringLiteral("May do …"));
  CHECK(box(roles, QStringLiteral("inquiry desk"))->isChecked());
  box(roles, QStringLiteral("editor"))->setChecked(true);
  submit(roles);
  CHECK(center.get("/api/v1/sessions/current", token).json().at("roles").as_array().size() == 2);
  auto* password = form(QStringLiteral("New password …"));
  auto second = password->findChild<QLineEdit*>()->text().toStdString();
  CHECK(second != first);
  submit(password);
  CHECK(center.get("/api/v1/center", token).status == 401);
  CHECK(center.get("/api/v1/center", center.sign_in("desk1", second)).status == 200);
}

TEST_CASE_FIXTURE(accounts_desk, "the lead cannot take away their own rights") {
  choose(QStringLiteral("lead"));
  CHECK_FALSE(button(dialog, QStringLiteral("May do …"))->isEnabled());
  CHECK_FALSE(button(dialog, QStringLiteral("Disable …"))->isEnabled());
  CHECK(button(dialog, QStringLiteral("New password …"))->isEnabled());
}

#include "client/desktop/overview_panel.hpp"
#include "client/desktop/words.hpp"
#include "tests/desktop/desk.hpp"

#include <QLabel>
#include <QListWidget>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;

namespace {
bool shows(const QWidget& in, const QString& text) {
  for (const auto* each : in.findChildren<QLabel*>())
    if (each->isVisibleTo(&in) && each->text().contains(text)) return true;
  return false;
}
} // namespace

TEST_CASE_FIXTURE(desk, "counters are shown while the center is open, and no backup that does not exist") {
  auto* overview = window->findChild<OverviewPanel*>();
  CHECK_FALSE(shows(*overview, QStringLiteral("inquiries open")));
  CHECK_FALSE(shows(*overview, QStringLiteral("backup")));
  center.activate();
  CHECK(eventually([&] { return shows(*overview, QStringLiteral("inquiries open")); }));
}

TEST_CASE_FIXTURE(desk, "the secret inquiry no. 1 is told from the other no. 1") {
  center.activate();
  for (bool secret : {false, true})
    REQUIRE(center
                .post("/api/v1/inquiries",
                      {{"channel", "phone"}, {"language", "vi"}, {"content", "x"}, {"confidential", secret}})
                .status == 201);
  auto* list = window->findChild<OverviewPanel*>()->findChild<QListWidget*>();
  auto rows = [&](const QString& text) { return list->findItems(text, Qt::MatchContains).size(); };
  CHECK(eventually(
      [&] { return rows(QStringLiteral("no. 1,")) == 1 && rows(QStringLiteral("secret 1,")) == 1; }));
}

TEST_CASE("a fault of the server and a wrong clock are not called out of reach") {
  for (auto each :
       {link::link_error::server_failed, link::link_error::wrong_date, link::link_error::cancelled})
    CHECK_FALSE(explain(each).contains(QStringLiteral("cannot be reached")));
}

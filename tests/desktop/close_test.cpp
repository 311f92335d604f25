#include "client/desktop/center_dialogs.hpp"
#include "tests/desktop/desk.hpp"

#include <QLabel>
#include <doctest/doctest.h>

using namespace kotobashi::desktop;
using kotobashi::test::desk;
using kotobashi::test::eventually;

namespace {
bool says(const QWidget& in, const QString& text) {
  for (const auto* each : in.findChildren<QLabel*>())
    if (each->text().contains(text)) return true;
  return false;
}
} // namespace

TEST_CASE_FIXTURE(desk, "whoever closes the center reads what is still open") {
  center.activate();
  CHECK_FALSE(says(CloseDialog(*gateway, window.get()), QStringLiteral("Still open")));
  auto made = center.post("/api/v1/inquiries",
                          {{"channel", "phone"}, {"language", "vi"}, {"content", "where is water"}});
  REQUIRE(made.status == 201);
  REQUIRE(eventually([&] {
    const auto& now = gateway->model().overview();
    return now && now->inquiries_open == 1;
  }));
  CHECK(says(CloseDialog(*gateway, window.get()),
             QStringLiteral("Still open: inquiries 1, requests 0, requests under way 0.")));
}

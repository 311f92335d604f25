#include "client/desktop/notice_editor.hpp"
#include "client/desktop/preview_view.hpp"
#include "server/model/json.hpp"
#include "tests/desktop/desk.hpp"

#include <QRegularExpression>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;

namespace {
// The earthquake notice, published with "5 Upper".
notice_view published(desk& at) {
  at.center.activate();
  boost::json::object parameters{{"occurred_at", "2026-11-24T05:00:00Z"},
                                 {"areas", boost::json::array{"14131"}},
                                 {"intensity", "five_upper"}};
  auto draft = at.center.post("/api/v1/notices", {{"template", "earthquake"}, {"parameters", parameters}});
  auto out = at.center.staff({.method = "POST",
                              .path = "/api/v1/notices/" + test::text_at(draft.json(), "/id") + "/publish",
                              .token = at.center.lead(),
                              .body = "{}",
                              .headers = {{"If-Match", draft.headers.at("etag")}}});
  auto seen = json::read_as<notice_view>(out.json());
  REQUIRE(seen.has_value());
  return *seen;
}
} // namespace

TEST_CASE_FIXTURE(desk, "the preview of a correction marks what would be new, and nothing else") {
  auto notice = published(*this);
  auto* editor = new NoticeEditor(*gateway, window.get());
  editor->correct(notice);
  editor->open();
  auto* preview = editor->findChild<PreviewView*>();
  REQUIRE(eventually([&] { return preview->toPlainText().contains(QStringLiteral("5 Upper")); }));
  CHECK_FALSE(preview->toPlainText().contains(QStringLiteral("[changed]")));
  notice.parameters.as_object()["intensity"] = "six_lower";
  editor->correct(notice);
  REQUIRE(eventually([&] { return preview->toPlainText().contains(QStringLiteral("6 Lower")); }));
  QString text = preview->toPlainText();
  CHECK(text.count(QStringLiteral("[changed]")) >= 22);
  CHECK(text.contains(QRegularExpression(QStringLiteral("\\[changed\\] [^\n]*6 Lower"))));
  CHECK_FALSE(text.contains(QStringLiteral("[changed] There was an earthquake")));
}

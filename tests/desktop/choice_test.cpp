#include "client/desktop/record_table.hpp"
#include "client/desktop/sign_in_page.hpp"
#include "client/desktop/text.hpp"
#include "tests/desktop/desk.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QWheelEvent>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;

namespace {
struct open_desk : desk {
  open_desk() {
    center.activate();
    REQUIRE(eventually([&] { return state() == QStringLiteral("REAL"); }));
  }

  RecordTable* table(const QString& name) const {
    for (auto* each : window->findChildren<RecordTable*>())
      if (each->accessibleName() == name) return each;
    return nullptr;
  }
  QWidget* panel(const QString& name) const { return table(name)->parentWidget()->parentWidget(); }
  bool says(const QString& place, const QString& text) const {
    for (const auto* each : panel(place)->findChildren<QLabel*>())
      if (each->text().contains(text)) return true;
    return false;
  }
  std::string make(const std::string& path, const boost::json::value& what) const {
    auto made = center.post(path, what);
    REQUIRE_MESSAGE(made.status == 201, made.body);
    return test::text_at(made.json(), "/id");
  }
  std::string request(const std::string& summary) const {
    auto now = nowInstant();
    return make("/api/v1/requests", {{"kind", "interpret"},
                                     {"mode", "phone"},
                                     {"language", "vi"},
                                     {"area", "14131"},
                                     {"summary", summary},
                                     {"starts_at", to_rfc3339({now.us + 3'600'000'000})},
                                     {"ends_at", to_rfc3339({now.us + 7'200'000'000})}});
  }
  std::string inquiry(const std::string& content) const {
    return make("/api/v1/inquiries", {{"channel", "phone"}, {"language", "vi"}, {"content", content}});
  }
  void choose(const QString& place, const std::string& id) const {
    auto* list = table(place);
    REQUIRE(eventually([&] {
      list->choose(qs(id));
      return list->chosen() == qs(id);
    }));
  }
};

const QString requests = QStringLiteral("Requests"), inquiries = QStringLiteral("Inquiries"),
              candidates = QStringLiteral("Candidates");

struct inquiry_desk : open_desk {
  QPlainTextEdit* answer() const { return panel(inquiries)->findChild<QPlainTextEdit*>(); }
  QLineEdit* source() const { return panel(inquiries)->findChild<QLineEdit*>(); }
  QComboBox* states() const { return panel(inquiries)->findChild<QComboBox*>(); }
  QPushButton* keep() const { return button(panel(inquiries), QStringLiteral("Keep the answer")); }
  void answer_elsewhere(const std::string& id) const {
    auto made = center.post("/api/v1/inquiries/" + id + "/answers",
                            {{"content", "there"}, {"source_checked", "city"}});
    REQUIRE(made.status == 201);
  }
  std::string state_of(const std::string& id) const {
    return test::text_at(center.get("/api/v1/inquiries/" + id).json(), "/state");
  }
};
} // namespace

TEST_CASE_FIXTURE(open_desk,
                  "a request that is cancelled elsewhere leaves nothing chosen and nobody to call") {
  center.volunteer("1");
  request("one");
  auto two = request("two");
  choose(requests, two);
  auto* people = table(candidates);
  REQUIRE(eventually([&] { return people->topLevelItemCount() > 0; }));
  people->setCurrentItem(people->topLevelItem(0));
  auto* accepted = button(panel(requests), QStringLiteral("Accepted"));
  CHECK(accepted->isEnabled());
  CHECK(says(requests, people->topLevelItem(0)->text(0) + QStringLiteral(" on the telephone:")));
  REQUIRE(center.post("/api/v1/requests/" + two + "/cancel", {{"reason", "not needed"}}).status == 200);
  REQUIRE(eventually([&] { return table(requests)->topLevelItemCount() == 1; }));
  CHECK(table(requests)->chosen().isEmpty());
  CHECK(people->topLevelItemCount() == 0);
  CHECK_FALSE(accepted->isEnabled());
  CHECK(says(requests, QStringLiteral("No. 2 was cancelled. Reason: not needed")));
}

TEST_CASE_FIXTURE(open_desk, "neither a request nor a candidate is chosen by itself") {
  center.volunteer("1");
  auto one = request("one");
  REQUIRE(eventually([&] { return table(requests)->topLevelItemCount() == 1; }));
  CHECK(table(requests)->chosen().isEmpty());
  table(requests)->setFocus();
  CHECK(table(requests)->chosen().isEmpty());
  choose(requests, one);
  REQUIRE(eventually([&] { return table(candidates)->topLevelItemCount() > 0; }));
  CHECK(table(candidates)->chosen().isEmpty());
  CHECK_FALSE(button(panel(requests), QStringLiteral("Accepted"))->isEnabled());
}

TEST_CASE_FIXTURE(open_desk, "whoever holds a request is not told that somebody else does") {
  auto who = center.volunteer("1");
  auto one = request("one");
  REQUIRE(
      center
          .post("/api/v1/requests/" + one + "/assign", {{"volunteer", who.volunteer}, {"by_telephone", true}})
          .status == 200);
  choose(requests, one);
  auto* people = table(candidates);
  REQUIRE(eventually([&] { return people->topLevelItemCount() > 0; }));
  CHECK(people->topLevelItem(0)->text(4) == QStringLiteral("has this request: taken"));
}

TEST_CASE_FIXTURE(inquiry_desk,
                  "an inquiry that is answered elsewhere leaves what was typed, and to nobody else") {
  inquiry("one");
  auto two = inquiry("two");
  choose(inquiries, two);
  answer()->setPlainText(QStringLiteral("my answer"));
  answer_elsewhere(two);
  REQUIRE(eventually([&] { return table(inquiries)->topLevelItemCount() == 1; }));
  CHECK(table(inquiries)->chosen().isEmpty());
  CHECK(answer()->toPlainText() == QStringLiteral("my answer"));
  CHECK(answer()->isReadOnly());
  CHECK(answer()->isEnabled());
  CHECK_FALSE(keep()->isEnabled());
  CHECK(says(inquiries, QStringLiteral("Somebody else has answered no. 2.")));
  table(inquiries)->setCurrentItem(table(inquiries)->topLevelItem(0));
  CHECK(answer()->toPlainText().isEmpty());
  CHECK_FALSE(answer()->isReadOnly());
  panel(inquiries)->findChild<QCheckBox*>()->setChecked(true);
  table(inquiries)->choose(qs(two));
  CHECK(answer()->toPlainText() == QStringLiteral("my answer"));
}

TEST_CASE_FIXTURE(inquiry_desk, "an answered inquiry stays until another is chosen") {
  auto one = inquiry("one"), two = inquiry("two");
  choose(inquiries, two);
  CHECK(says(inquiries, QStringLiteral("No. 2, Vietnamese")));
  answer()->setPlainText(QStringLiteral("there"));
  source()->setText(QStringLiteral("city"));
  keep()->click();
  REQUIRE(eventually([&] { return says(inquiries, QStringLiteral("The answer to no. 2 is recorded.")); }));
  REQUIRE(
      eventually([&] { return gateway->model().inquiries().find(two)->state == inquiry_state::answered; }));
  CHECK(table(inquiries)->chosen() == qs(two));
  CHECK(answer()->toPlainText().isEmpty());
  choose(inquiries, one);
  inquiry("three");
  REQUIRE(eventually([&] { return says(inquiries, QStringLiteral("No. 1, Vietnamese")); }));
  CHECK(eventually(
      [&] { return table(inquiries)->topLevelItemCount() == 2 && table(inquiries)->chosen() == qs(one); }));
}

TEST_CASE_FIXTURE(inquiry_desk, "a reply to one answer takes nothing from the next that is being typed") {
  auto one = inquiry("one"), two = inquiry("two");
  choose(inquiries, two);
  choose(inquiries, one);
  answer()->setPlainText(QStringLiteral("to one"));
  source()->setText(QStringLiteral("city"));
  keep()->click();
  CHECK_FALSE(keep()->isEnabled());
  table(inquiries)->choose(qs(two));
  answer()->setPlainText(QStringLiteral("to two"));
  REQUIRE(eventually([&] { return says(inquiries, QStringLiteral("The answer to no. 1 is recorded.")); }));
  CHECK(answer()->toPlainText() == QStringLiteral("to two"));
  CHECK(table(inquiries)->chosen() == qs(two));
}

TEST_CASE_FIXTURE(inquiry_desk, "a half typed answer survives a lock, whichever inquiry it belongs to") {
  auto one = inquiry("one");
  choose(inquiries, inquiry("two"));
  choose(inquiries, one);
  answer()->setPlainText(QStringLiteral("half"));
  window->lock();
  REQUIRE(eventually([&] { return table(inquiries)->topLevelItemCount() == 0; }));
  auto edits = window->findChild<SignInPage*>()->findChildren<QLineEdit*>();
  edits.at(0)->setText(QStringLiteral("lead"));
  edits.at(1)->setText(QStringLiteral("lead-password"));
  QTest::keyClick(edits.at(1), Qt::Key_Return);
  REQUIRE(eventually([&] { return table(inquiries)->topLevelItemCount() == 2; }));
  CHECK(table(inquiries)->chosen() == qs(one));
  CHECK(answer()->toPlainText() == QStringLiteral("half"));
  CHECK_FALSE(answer()->isReadOnly());
}

TEST_CASE_FIXTURE(inquiry_desk, "arrows and the wheel change no state, the button does") {
  auto one = inquiry("one");
  choose(inquiries, one);
  auto* change = button(panel(inquiries), QStringLiteral("Change the state"));
  CHECK_FALSE(change->isEnabled());
  states()->clearFocus();
  QWheelEvent wheel({5, 5}, states()->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(states(), &wheel);
  CHECK(states()->currentIndex() == 0);
  QTest::keyClick(states(), Qt::Key_Down);
  QTest::keyClick(states(), Qt::Key_Down);
  CHECK(change->isEnabled());
  CHECK(gateway->unfinished() == 0);
  CHECK(state_of(one) == "new");
  change->click();
  CHECK(eventually([&] { return state_of(one) == "waiting"; }));
  CHECK(eventually([&] { return gateway->model().inquiries().find(one)->state == inquiry_state::waiting; }));
}

TEST_CASE("an observer reads why there are no inquiries, and is not invited to record one") {
  desk at;
  at.center.activate();
  at.center.account("observer");
  at.window->lock();
  auto edits = at.window->findChild<SignInPage*>()->findChildren<QLineEdit*>();
  edits.at(0)->setText(QStringLiteral("observer"));
  edits.at(1)->setText(QStringLiteral("password-of-observer"));
  QTest::keyClick(edits.at(1), Qt::Key_Return);
  REQUIRE(eventually([&] {
    return at.gateway->has(role::observer) &&
           at.gateway->model().inquiries().state() == client::loading::not_permitted;
  }));
  int said = 0;
  for (auto* each : at.window->findChildren<QLabel*>())
    said += each->text() == QStringLiteral("Your account may not see this.");
  CHECK(said >= 1);
  for (auto* each : at.window->findChildren<QPushButton*>())
    if (each->text().remove(QLatin1Char('&')) == QStringLiteral("Record an inquiry …"))
      CHECK_FALSE(each->isEnabled());
}

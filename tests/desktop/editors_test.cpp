#include "client/desktop/inquiry_editor.hpp"
#include "client/desktop/notice_editor.hpp"
#include "client/desktop/publish_dialog.hpp"
#include "client/desktop/record_table.hpp"
#include "client/desktop/request_editor.hpp"
#include "client/desktop/words.hpp"
#include "tests/desktop/desk.hpp"

#include <QMessageBox>
#include <QPointer>
#include <QScreen>
#include <QTest>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;
namespace js = boost::json;

namespace {
struct editing : desk {
  editing() {
    center.activate();
    REQUIRE(eventually([&] { return state() == QStringLiteral("REAL"); }));
  }

  QComboBox* topics(QWidget* in) const {
    for (auto* each : in->findChildren<QComboBox*>())
      if (each->accessibleName() == QStringLiteral("Topic")) return each;
    return nullptr;
  }
  QComboBox* languages(QWidget* in) const {
    for (auto* each : in->findChildren<QComboBox*>())
      if (each->findData(QStringLiteral("vi")) > 0) return each;
    return nullptr;
  }
  notice_view published(const js::value& draft) const {
    auto made = center.post("/api/v1/notices", draft);
    REQUIRE_MESSAGE(made.status == 201, made.body);
    return change(made.json(), "publish", js::object());
  }
  notice_view change(const js::value& of, const std::string& step, const js::value& how) const {
    auto out = center.staff({.method = "POST",
                             .path = "/api/v1/notices/" + test::text_at(of, "/id") + "/" + step,
                             .token = center.lead(),
                             .body = js::serialize(how),
                             .headers = {{"If-Match", std::to_string(of.at("revision").as_int64())}}});
    REQUIRE_MESSAGE(out.status == 200, out.body);
    return *json::read_as<notice_view>(out.json());
  }
};

const js::object earthquake{
    {"occurred_at", "2026-11-24T05:00:31Z"}, {"areas", js::array{"14131"}}, {"intensity", "five_upper"}};
} // namespace

TEST_CASE_FIXTURE(editing, "looking for another topic keeps the one that is chosen") {
  auto* editor = new NoticeEditor(*gateway, window.get());
  editor->open();
  auto* box = topics(editor);
  box->setCurrentIndex(box->findData(QStringLiteral("earthquake")));
  auto* search = editor->findChild<QLineEdit*>();
  QTest::keyClicks(search, QStringLiteral("no topic is called so"));
  CHECK(box->currentData().toString() == QStringLiteral("earthquake"));
  CHECK(box->count() == 3);
}

TEST_CASE_FIXTURE(editing, "Escape asks where something was typed, and only there") {
  QPointer<InquiryEditor> untouched = new InquiryEditor(*gateway, window.get());
  untouched->open();
  QTest::keyClick(untouched, Qt::Key_Escape);
  CHECK(eventually([&] { return !untouched; }));

  QPointer<RequestEditor> editor = new RequestEditor(*gateway, window.get());
  editor->open();
  editor->findChild<QLineEdit*>()->setText(QStringLiteral("typed"));
  QTest::keyClick(editor, Qt::Key_Escape);
  auto* asked = editor->findChild<QMessageBox*>();
  REQUIRE(asked);
  CHECK(editor->isVisible());
  button(asked, QStringLiteral("Go on typing"))->click();
  CHECK(editor->isVisible());
  CHECK(editor->findChild<QLineEdit*>()->text() == QStringLiteral("typed"));
  REQUIRE(eventually([&] { return !editor->findChild<QMessageBox*>(); }));
  QTest::keyClick(editor, Qt::Key_Escape);
  button(editor->findChild<QMessageBox*>(), QStringLiteral("Close and lose it"))->click();
  CHECK(eventually([&] { return !editor; }));
}

TEST_CASE_FIXTURE(editing,
                  "a notice that was only prefilled is left without asking, one that was typed is not") {
  QPointer<NoticeEditor> editor = new NoticeEditor(*gateway, window.get());
  editor->prefill({"earthquake", earthquake});
  editor->open();
  QTest::keyClick(editor, Qt::Key_Escape);
  CHECK(eventually([&] { return !editor; }));
  editor = new NoticeEditor(*gateway, window.get());
  editor->prefill({"earthquake", earthquake});
  editor->open();
  editor->findChild<QListWidget*>()->item(1)->setCheckState(Qt::Checked);
  QTest::keyClick(editor, Qt::Key_Escape);
  CHECK(editor->findChild<QMessageBox*>());
  CHECK(editor->isVisible());
}

TEST_CASE_FIXTURE(editing, "neither an inquiry nor a request has a language before one is chosen") {
  auto* inquiry = new InquiryEditor(*gateway, window.get());
  inquiry->open();
  auto boxes = inquiry->findChildren<QComboBox*>();
  boxes.at(0)->setCurrentIndex(1); // everybody
  boxes.at(1)->setCurrentIndex(1); // no emergency
  auto* box = languages(inquiry);
  CHECK(box->currentData().toString().isEmpty());
  CHECK(box->findData(QStringLiteral("ja-simple")) < 0);
  inquiry->acceptButton()->click();
  CHECK(inquiry->findChild<QLabel*>(QStringLiteral("problem"))
            ->text()
            .startsWith(QStringLiteral("Choose the language")));
  CHECK(gateway->unfinished() == 0);

  auto* request = new RequestEditor(*gateway, window.get());
  request->open();
  request->acceptButton()->click();
  CHECK(request->findChild<QLabel*>(QStringLiteral("problem"))->text() ==
        QStringLiteral("Choose the language first."));
  languages(request)->setCurrentIndex(1);
  request->acceptButton()->click();
  CHECK(request->findChild<QLabel*>(QStringLiteral("problem"))->text() ==
        QStringLiteral("Choose the ward first."));
  CHECK(gateway->unfinished() == 0);
}

TEST_CASE_FIXTURE(editing, "a draft that is kept is the one that is chosen") {
  auto first = published({{"text", "一つ目\n本文"}});
  RecordTable* list = nullptr;
  for (auto* each : window->findChildren<RecordTable*>())
    if (each->accessibleName() == QStringLiteral("Notices")) list = each;
  REQUIRE(eventually([&] { return list->topLevelItemCount() == 1; }));
  CHECK(list->topLevelItem(0)->text(1) == QStringLiteral("一つ目"));
  list->setCurrentItem(list->topLevelItem(0));
  auto* start = button(window.get(), QStringLiteral("New notice …"));
  REQUIRE(eventually([&] { return start->isEnabled(); }));
  start->click();
  auto* editor = window->findChild<NoticeEditor*>();
  editor->prefill({"earthquake", earthquake});
  button(editor, QStringLiteral("Go on to publish …"))->click();
  PublishDialog* dialog = nullptr;
  REQUIRE(eventually([&] { return (dialog = window->findChild<PublishDialog*>()) != nullptr; }));
  button(dialog, QStringLiteral("Keep as draft"))->click();
  REQUIRE(eventually([&] { return list->topLevelItemCount() == 2; }));
  const auto* chosen = gateway->model().notices().find(list->chosen().toStdString());
  REQUIRE(chosen);
  CHECK(chosen->state == notice_state::draft);
}

TEST_CASE_FIXTURE(editing, "a correction that meets another goes on from it, with what was typed") {
  auto notice = published({{"template", "earthquake"}, {"parameters", earthquake}});
  REQUIRE(eventually([&] { return gateway->model().notices().find(notice.id.value); }));
  auto* editor = new NoticeEditor(*gateway, window.get());
  editor->correct(notice);
  editor->open();
  editor->findChild<QListWidget*>()->item(1)->setCheckState(Qt::Checked);
  auto other = earthquake;
  other["intensity"] = "six_lower";
  auto now = change(json::write(notice), "correct", {{"parameters", other}});
  auto* go_on = button(editor, QStringLiteral("Go on from what is published now"));
  REQUIRE(eventually([&] { return go_on->isVisible(); }));
  auto* publish = button(editor, QStringLiteral("Publish the correction …"));
  CHECK_FALSE(publish->isEnabled());
  bool said = false;
  for (auto* each : editor->findChildren<QLabel*>())
    said |= each->text().contains(QStringLiteral("Seismic intensity"));
  CHECK(said);
  go_on->click();
  CHECK_FALSE(go_on->isVisible());
  publish->click();
  if (now.critical) button(editor, QStringLiteral("Publish now"))->click();
  REQUIRE(eventually([&] {
    const auto& parameters = gateway->model().notices().find(notice.id.value)->parameters.as_object();
    return parameters.at("areas").as_array().size() == 2 && parameters.at("intensity") == "six_lower" &&
           parameters.at("occurred_at") == earthquake.at("occurred_at");
  }));
}

TEST_CASE_FIXTURE(editing, "a notice's window fits the screen") {
  NoticeEditor editor(*gateway, nullptr);
  editor.setAttribute(Qt::WA_DeleteOnClose, false);
  auto room = editor.screen()->availableGeometry().size();
  CHECK(editor.width() < room.width());
  CHECK(editor.height() < room.height());
  CHECK(editor.minimumSizeHint().width() < 1000);
  CHECK(editor.minimumSizeHint().height() < 700);
}

TEST_CASE_FIXTURE(editing,
                  "the tabulator leads from the topic into its fields, and from them to the source") {
  auto* editor = new NoticeEditor(*gateway, window.get());
  editor->open();
  auto* box = topics(editor);
  editor->setStyleSheet(QStringLiteral("QWidget { font-size: 14px; }")); // boxes make their lists
  box->setCurrentIndex(box->findData(QStringLiteral("earthquake")));
  box->setFocus();
  QStringList names;
  for (int i = 0; i < 7; ++i) {
    QTest::keyClick(editor->focusWidget(), Qt::Key_Tab);
    names << editor->focusWidget()->accessibleName();
  }
  CHECK(names == QStringList{QStringLiteral("Time of the earthquake *: Enter a time …"),
                             QStringLiteral("Time of the earthquake *: Now"),
                             QStringLiteral("Seismic intensity *"), QStringLiteral("Areas *"),
                             QStringLiteral("Magnitude"), QStringLiteral("Magnitude"),
                             QStringLiteral("Tsunami")});
}

TEST_CASE("every refusal and every state has words of its own") {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<refusal_code>>([](auto each) {
    CAPTURE(each.name);
    CHECK(word("refusal", each.name) != QLatin1String(each.name));
  });
  for (const char* each : {"cancelled_bulletin", "not_ready", "too_many", "untranslated", "wrong_state"})
    CHECK(word("code", each) != QLatin1String(each));
  CHECK(word("presence", "off") != word("call_result", "absent"));
}

TEST_CASE_FIXTURE(editing, "a secret inquiry is shown only to accounts that may read inquiries") {
  for (const char* role : {"coordinator", "desk", "editor", "observer"}) center.account(role);
  center.volunteer("V1");
  auto* editor = new InquiryEditor(*gateway, window.get());
  auto* people = editor->findChild<QListWidget*>();
  for (auto* each : editor->findChildren<QComboBox*>())
    if (each->findText(QStringLiteral("SECRET"), Qt::MatchStartsWith) > 0)
      each->setCurrentIndex(each->findText(QStringLiteral("SECRET"), Qt::MatchStartsWith));
  REQUIRE(eventually([&] { return people->count() > 0; }));
  QStringList offered;
  for (int i = 0; i < people->count(); ++i) offered << people->item(i)->text();
  CHECK(offered == QStringList{QStringLiteral("coordinator"), QStringLiteral("desk")});
}

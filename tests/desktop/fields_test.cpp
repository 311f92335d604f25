#include "client/desktop/list_field.hpp"
#include "client/desktop/parameter_form.hpp"
#include "client/desktop/simple_fields.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/volunteer_editor.hpp"
#include "tests/desktop/desk.hpp"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>
#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::desktop;
using test::desk;
using test::eventually;
namespace js = boost::json;

namespace {
const ChoiceField::Choices wards{{"14131", QStringLiteral("Kawasaki")}, {"14132", QStringLiteral("Saiwai")}};

std::unique_ptr<Field> fieldOf(const std::string& type) {
  test::application();
  if (type == "number") return std::make_unique<NumberField>();
  if (type == "money") return std::make_unique<MoneyField>();
  if (type == "contact") return std::make_unique<TextField>(TextField::Form::contact, 80);
  if (type == "place") return std::make_unique<TextField>(TextField::Form::place, 80);
  if (type == "text") return std::make_unique<TextField>(TextField::Form::text, 80);
  if (type == "time") return std::make_unique<TimeField>(true);
  if (type == "period") return std::make_unique<PeriodField>();
  if (type == "area") return std::make_unique<ChoiceField>(wards, true);
  if (type == "areas") return std::make_unique<CheckListField>(wards);
  return std::make_unique<ListField>(
      [] { return std::make_unique<TextField>(TextField::Form::contact, 80); });
}

void type(QLineEdit* into, const QString& text) {
  into->clear();
  QTest::keyClicks(into, text);
}

const client::template_view& topic(const desk& at, const std::string& id) {
  for (const auto& each : at.gateway->model().templates())
    if (each.id == id) return each;
  throw std::runtime_error("no such topic");
}
} // namespace

TEST_CASE("a field that nobody edited gives back what it was given") {
  const std::pair<const char*, const char*> given[] = {
      {"number", "1234567"},
      {"number", "1234567.25"},
      {"number", R"({"value": 8, "qualifier": "more_than"})"},
      {"number", R"({"described": "many"})"},
      {"money", R"({"amount": 1234567, "currency": "USD"})"},
      {"contact",
       R"({"name": "区役所", "phone": "044-000-0001", "url": "https://a.example", "hours": {"from": "09:00"}})"},
      {"contact", R"("center")"},
      {"place", R"({"name": "体育館", "romanised": "Taiikukan"})"},
      {"text", R"({"ja": "橋", "en": "bridge"})"},
      {"time", R"("2026-11-24T05:00:31Z")"},
      {"period", R"({"from": "2026-11-24T05:00:31Z"})"},
      {"area", R"({"text": "川沿い"})"},
      {"areas", R"(["14132", {"text": "川沿い"}])"},
      {"contacts", R"([{"name": "a", "url": "https://a.example"}, "center"])"},
  };
  for (const auto& [type, value] : given) {
    const auto& shown = value;
    CAPTURE(shown);
    auto field = fieldOf(type);
    field->setValue(js::parse(value));
    REQUIRE(field->value().has_value());
    CHECK(*field->value() == js::parse(value));
    CHECK_FALSE(field->touched());
    field->setValue(nullptr);
    CHECK_FALSE(field->value().has_value());
  }
}

TEST_CASE("who edits one part of a value leaves the others") {
  auto contact = fieldOf("contact");
  contact->setValue(js::parse(R"({"name": "区役所", "phone": "1", "url": "https://a.example"})"));
  type(contact->findChildren<QLineEdit*>().at(1), QStringLiteral("044-2"));
  CHECK(*contact->value() ==
        js::parse(R"({"name": "区役所", "phone": "044-2", "url": "https://a.example"})"));

  auto areas = fieldOf("areas");
  areas->setValue(js::parse(R"([{"text": "川沿い"}])"));
  areas->findChild<QListWidget*>()->item(0)->setCheckState(Qt::Checked);
  CHECK(*areas->value() == js::parse(R"(["14131", {"text": "川沿い"}])"));

  auto all = fieldOf("contacts");
  all->setValue(js::parse(R"([{"name": "a", "url": "https://a.example"}, {"name": "b"}])"));
  type(all->findChildren<QLineEdit*>().at(2), QStringLiteral("c"));
  CHECK(*all->value() == js::parse(R"([{"name": "a", "url": "https://a.example"}, {"name": "c"}])"));
}

TEST_CASE("large numbers stand there digit by digit, and this center takes no other number") {
  auto number = fieldOf("number");
  number->setValue(1234567);
  CHECK(number->findChild<QLineEdit*>()->text() == QStringLiteral("1234567"));
  auto contact = fieldOf("contact");
  contact->setValue("center");
  auto edits = contact->findChildren<QLineEdit*>();
  CHECK_FALSE(edits.at(1)->isEnabled());
  type(edits.at(0), QStringLiteral("ward office"));
  CHECK(edits.at(1)->isEnabled());
  CHECK(*contact->value() == js::parse(R"({"name": "ward office"})"));
}

TEST_CASE("a time that is needed is nothing until somebody says when") {
  auto field = fieldOf("time");
  CHECK_FALSE(field->value().has_value());
  auto buttons = field->findChildren<QPushButton*>();
  REQUIRE(buttons.size() == 2);
  CHECK(field->focusProxy()->focusPolicy() == Qt::StrongFocus);
  for (auto* each : buttons)
    if (each->text() == QStringLiteral("Now")) each->click();
  REQUIRE(field->value().has_value());
  auto at = from_rfc3339(std::string(field->value()->as_string()));
  REQUIRE(at);
  CHECK(std::abs(at->us - nowInstant().us) < 120'000'000);
}

TEST_CASE_FIXTURE(desk, "problems stand at fields that were edited, or at all on demand, and move nothing") {
  ParameterForm form(topic(*this, "earthquake"), gateway->model());
  form.resize(500, 700);
  form.show();
  QCoreApplication::processEvents();
  auto places = [&] {
    std::vector<QPoint> out;
    for (auto* each : form.findChildren<Field*>()) out.push_back(each->mapTo(&form, QPoint()));
    return out;
  };
  auto said = [&] {
    int out = 0;
    for (auto* each : form.findChildren<QLabel*>(QStringLiteral("problem"))) out += !each->text().isEmpty();
    return out;
  };
  const auto before = places();
  const std::vector<field_error> missing{{"parameters.occurred_at", "required", ""},
                                         {"parameters.areas", "required", ""}};
  CHECK(form.showProblems(missing).empty());
  CHECK(said() == 0);
  auto* areas = form.findChild<QListWidget*>();
  areas->item(0)->setCheckState(Qt::Checked);
  areas->item(0)->setCheckState(Qt::Unchecked);
  form.showProblems(missing);
  CHECK(said() == 1);
  form.demandAll();
  form.showProblems(missing);
  CHECK(said() == 2);
  QCoreApplication::processEvents();
  CHECK(places() == before);
}

TEST_CASE_FIXTURE(desk,
                  "every input of every topic has a name that is read aloud, and its label leads to it") {
  for (const auto& each : gateway->model().templates()) {
    CAPTURE(each.id);
    ParameterForm form(each, gateway->model());
    for (auto* field : form.findChildren<Field*>()) {
      REQUIRE(field->focusProxy());
      CHECK(field->focusPolicy() != Qt::NoFocus);
      for (auto* input : field->findChildren<QWidget*>())
        if (qobject_cast<QLineEdit*>(input) || qobject_cast<QComboBox*>(input) ||
            qobject_cast<QListWidget*>(input) || qobject_cast<QPushButton*>(input))
          CHECK((input->focusPolicy() == Qt::NoFocus || !input->accessibleName().isEmpty()));
    }
  }
}

TEST_CASE_FIXTURE(desk, "who changes a telephone number leaves the languages that no pack has") {
  js::value person{{"number", "7"},
                   {"name", "模擬"},
                   {"spoken", js::array{js::object{{"language", "fa"}, {"level", "native"}},
                                        js::object{{"language", "yue"}, {"level", "native"}}}},
                   {"written", js::array{js::object{{"language", "zh"}, {"level", "native"}}}}};
  auto made = center.post("/api/v1/volunteers", person);
  REQUIRE_MESSAGE(made.status == 201, made.body);
  auto id = test::text_at(made.json(), "/id");
  REQUIRE(eventually([&] { return gateway->model().volunteers().find(id); }));
  auto* editor = new VolunteerEditor(*gateway, gateway->model().volunteers().find(id), window.get());
  CHECK(editor->sizeHint().height() < 700); // of the 768 of a small screen
  QStringList names;
  for (auto* list : editor->findChildren<QListWidget*>()) {
    CHECK_FALSE(list->accessibleName().isEmpty());
    for (int i = 0; i < list->count(); ++i)
      if (list->item(i)->checkState() == Qt::Checked) names << list->item(i)->text();
  }
  CHECK(names ==
        QStringList{QStringLiteral("Persian"), QStringLiteral("Cantonese"), QStringLiteral("Chinese")});
  auto* spoken = editor->findChildren<QListWidget*>().at(0);
  spoken->item(0)->setCheckState(Qt::Checked); // one more
  editor->findChildren<QLineEdit*>().at(3)->setText(QStringLiteral("044-000-0001"));
  editor->open();
  editor->acceptButton()->click();
  REQUIRE(eventually(
      [&] { return gateway->model().volunteers().find(id)->phone.reveal().value == "044-000-0001"; }));
  const auto& now = *gateway->model().volunteers().find(id);
  REQUIRE(now.spoken.size() == 3);
  CHECK(std::ranges::count(now.spoken, std::string("fa"),
                           [](const auto& each) { return each.language.value; }) == 1);
  REQUIRE(now.written.size() == 1);
  CHECK(now.written.at(0).language.value == "zh");
  CHECK(now.written.at(0).level == level::native);
}

#include "client/desktop/volunteer_editor.hpp"

#include "client/desktop/enum_box.hpp"
#include "client/desktop/manners.hpp"
#include "client/desktop/simple_fields.hpp"
#include "client/desktop/text.hpp"

#include <QHBoxLayout>
#include <QPointer>

#include <algorithm>

namespace kotobashi::desktop {

namespace {
template <class E>
ChoiceField::Choices choicesOf(std::string_view group) {
  ChoiceField::Choices out;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) {
    out.emplace_back(std::string(json::name_of(each.value)), wordOf(group, each.value));
  });
  return out;
}

template <class E>
std::vector<E> chosenIn(const CheckListField* list) {
  std::vector<E> out;
  if (auto chosen = list->value())
    for (const auto& each : chosen->as_array())
      if (auto value = json::from_name<E>(std::string_view(each.as_string()))) out.push_back(*value);
  return out;
}

// The packs' languages, and those that the person has besides.
ChoiceField::Choices languages(const client::center_model& model, bool spoken,
                               const std::vector<language_skill>& theirs) {
  std::vector<std::string> tags;
  for (const auto& each : model.languages()) {
    const auto& tag = each.tag.value;
    if (tag == "ja-simple" || (spoken && tag == "zh-Hant")) continue;
    tags.push_back(spoken && tag == "zh-Hans" ? "zh" : tag);
  }
  for (const auto& each : theirs)
    if (std::ranges::find(tags, each.language.value) == tags.end()) tags.push_back(each.language.value);
  ChoiceField::Choices out;
  for (const auto& each : tags) out.emplace_back(each, languageName(model, each));
  return out;
}

// Ticked languages, with the level that was known before.
std::vector<language_skill> skills(const CheckListField* list, const std::vector<language_skill>& before) {
  std::vector<language_skill> out;
  if (auto chosen = list->value()) {
    for (const auto& each : chosen->as_array()) {
      language_skill one{std::string(each.as_string()), level::unknown};
      auto known = std::ranges::find(before, one.language, &language_skill::language);
      if (known != before.end()) one.level = known->level;
      out.push_back(std::move(one));
    }
  }
  return out;
}

boost::json::array tags(const std::vector<language_skill>& from) {
  boost::json::array out;
  for (const auto& each : from) out.emplace_back(each.language.value);
  return out;
}
} // namespace

VolunteerEditor::VolunteerEditor(Gateway& of, const volunteer* edited, QWidget* parent)
    : FormDialog(edited ? tr("Edit a volunteer") : tr("Add a volunteer"), tr("Keep"), parent), of_(of) {
  if (edited) edited_ = *edited;
  const volunteer from = edited ? *edited : volunteer{};
  auto line = [&](const QString& label, const QString& value) {
    auto* edit = new QLineEdit(value, this);
    form()->addRow(label, edit);
    return edit;
  };
  name_ = line(tr("&Name"), qs(from.name));
  kana_ = line(tr("&Kana"), qs(from.kana));
  number_ = line(tr("N&o."), qs(from.number));
  phone_ = line(tr("&Telephone"), qs(from.phone));
  email_ = line(tr("E-&mail"), qs(from.email));
  area_ = line(tr("&Area"), qs(from.area));
  hours_ = line(tr("&Hours"), qs(from.hours));
  auto list = [&](const QString& label, const ChoiceField::Choices& all, const boost::json::value& value) {
    auto* field = new CheckListField(all, this, 5);
    field->setValue(value);
    field->setLabel(label);
    return field;
  };
  // Two in a row: the window fits a small screen.
  auto pair = [&](const QString& first, CheckListField* left, const QString& second, CheckListField* right) {
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(second, this);
    label->setBuddy(right);
    row->addWidget(left, 1);
    row->addWidget(label, 0, Qt::AlignTop);
    row->addWidget(right, 1);
    form()->addRow(first, row);
    qobject_cast<QLabel*>(form()->labelForField(row))->setBuddy(left);
  };
  const QString spoken = tr("&Spoken languages"), written = tr("&Written languages"), does = tr("&Does"),
                fields = tr("&Fields");
  spoken_ = list(spoken, languages(of_.model(), true, from.spoken), tags(from.spoken));
  written_ = list(written, languages(of_.model(), false, from.written), tags(from.written));
  does_ = list(does, choicesOf<request_kind>("request_kind"), json::write(from.does));
  specialties_ = list(fields, choicesOf<specialty>("specialty"), json::write(from.specialties));
  pair(spoken, spoken_, written, written_);
  pair(does, does_, fields, specialties_);
  fillEnum<gender>(gender_ = new QComboBox(this), "gender");
  fillEnum<volunteer_state>(state_ = new QComboBox(this), "volunteer_state");
  fillEnum<presence>(presence_ = new QComboBox(this), "presence");
  chooseEnum(gender_, from.gender);
  chooseEnum(state_, edited ? from.state : volunteer_state::registered);
  chooseEnum(presence_, from.presence);
  form()->addRow(tr("&Gender"), gender_);
  form()->addRow(tr("St&ate"), state_);
  form()->addRow(tr("N&ow"), presence_);
  note_ = new QPlainTextEdit(qs(from.note), this);
  note_->setFixedHeight(56);
  form()->addRow(tr("Note"), note_);
  connect(this, &FormDialog::submitted, this, &VolunteerEditor::submit);
  untyped_ = inputsIn(*this);
}

void VolunteerEditor::reject() {
  leaveUnlessTyped(this, inputsIn(*this) != untyped_, [this] { QDialog::reject(); });
}

volunteer_fields VolunteerEditor::typed() const {
  const volunteer before = edited_.value_or(volunteer{});
  volunteer_fields out;
  out.number = ss(number_->text().trimmed());
  out.name = personal<text<80>>(ss(name_->text().trimmed()));
  out.kana = personal<text<80>>(ss(kana_->text().trimmed()));
  out.phone = personal<text<30>>(ss(phone_->text().trimmed()));
  out.email = personal<text<120>>(ss(email_->text().trimmed()));
  out.area = ss(area_->text().trimmed());
  out.hours = ss(hours_->text().trimmed());
  out.spoken = skills(spoken_, before.spoken);
  out.written = skills(written_, before.written);
  out.does = chosenIn<request_kind>(does_);
  out.specialties = chosenIn<specialty>(specialties_);
  out.gender = enumIn<gender>(gender_);
  out.state = enumIn<volunteer_state>(state_);
  out.presence = enumIn<presence>(presence_);
  out.note = personal<text<1000>>(ss(note_->toPlainText().trimmed()));
  return out;
}

void VolunteerEditor::submit() {
  send<volunteer>(of_, [this](Then<volunteer> done) {
    if (edited_) return of_.changeVolunteer(*edited_, json::write(typed()), std::move(done));
    return of_.addVolunteer(typed(), std::move(done));
  });
}

} // namespace kotobashi::desktop

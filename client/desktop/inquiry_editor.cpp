#include "client/desktop/inquiry_editor.hpp"

#include "client/desktop/enum_box.hpp"
#include "client/desktop/manners.hpp"
#include "client/desktop/text.hpp"

#include <QPointer>

#include <algorithm>

namespace kotobashi::desktop {

namespace {
bool readsInquiries(role one) {
  return one == role::lead || one == role::coordinator || one == role::desk;
}
} // namespace

InquiryEditor::InquiryEditor(Gateway& of, QWidget* parent)
    : FormDialog(tr("Record an inquiry"), tr("Record"), parent), of_(of) {
  visibility_ = new QComboBox(this);
  visibility_->addItem(tr("choose first …"));
  visibility_->addItem(tr("The desk, coordinators and the lead"), false);
  visibility_->addItem(tr("SECRET: only I and the people ticked below"), true);
  people_ = new QListWidget(this);
  people_->setFixedHeight(90);
  people_->setAccessibleName(tr("Who else may see it"));
  people_->hide();
  emergency_ = new QComboBox(this);
  emergency_->addItem(tr("Is this a case for 119 first?"));
  for (auto each : {emergency_check::not_emergency, emergency_check::sent_to_119})
    emergency_->addItem(wordOf("emergency_check", each), static_cast<int>(each));
  fillEnum<inquiry_channel>(channel_ = new QComboBox(this), "inquiry_channel");
  fillLanguages(language_ = new QComboBox(this), of_.model(), true);
  fillAreas(area_ = new QComboBox(this), of_.model(), tr("not known"));
  fillEnum<inquiry_topic>(topic_ = new QComboBox(this), "inquiry_topic", tr("not known yet"));
  tourist_ = new QComboBox(this);
  tourist_->addItem(tr("not known"));
  tourist_->addItem(tr("resident"), false);
  tourist_->addItem(tr("tourist"), true);
  content_ = new QPlainTextEdit(this);
  content_->setMinimumHeight(110);
  content_->setTabChangesFocus(true);
  contact_ = new QLineEdit(this);
  form()->addRow(tr("Who may &see it"), visibility_);
  form()->addRow(QString(), people_);
  form()->addRow(tr("&119"), emergency_);
  form()->addRow(tr("&How it came"), channel_);
  form()->addRow(tr("&Language"), language_);
  form()->addRow(tr("&Ward"), area_);
  form()->addRow(tr("&Topic"), topic_);
  form()->addRow(tr("Resident or tourist"), tourist_);
  form()->addRow(tr("What was &asked"), content_);
  form()->addRow(tr("How to &reach the person"), contact_);
  connect(visibility_, &QComboBox::currentIndexChanged, this, &InquiryEditor::visibilityChosen);
  connect(this, &FormDialog::submitted, this, &InquiryEditor::submit);
  visibilityChosen();
  untyped_ = inputsIn(*this);
}

void InquiryEditor::reject() {
  leaveUnlessTyped(this, inputsIn(*this) != untyped_, [this] { QDialog::reject(); });
}

void InquiryEditor::visibilityChosen() {
  bool chosen = visibility_->currentData().isValid();
  bool secret = visibility_->currentData().toBool();
  content_->setEnabled(chosen);
  contact_->setEnabled(chosen);
  acceptButton()->setEnabled(chosen);
  content_->setPlaceholderText(chosen ? QString() : tr("Choose first who may see it."));
  people_->setVisible(secret);
  if (!secret || people_->count() > 0) return;
  of_.accounts([self = QPointer(this)](link::outcome<std::vector<account_view>> got) {
    if (!self || !got) return;
    auto me = self->of_.status().account;
    for (const auto& each : *got) {
      if (each.disabled || (me && each.id == me->id) || std::ranges::none_of(each.roles, readsInquiries))
        continue;
      auto* item = new QListWidgetItem(qs(each.name), self->people_);
      item->setData(Qt::UserRole, qs(each.id.value));
      item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
      item->setCheckState(Qt::Unchecked);
    }
  });
}

void InquiryEditor::submit() {
  new_inquiry input;
  input.confidential = visibility_->currentData().toBool();
  for (int i = 0; *input.confidential && i < people_->count(); ++i)
    if (people_->item(i)->checkState() == Qt::Checked)
      input.visible_to.push_back({ss(people_->item(i)->data(Qt::UserRole).toString())});
  input.emergency = enumIn<emergency_check>(emergency_);
  if (!input.emergency) return showProblem(tr("Ask first: is this a case for 119?"));
  input.channel = *enumIn<inquiry_channel>(channel_);
  input.language = ss(language_->currentData().toString());
  if (input.language.value.empty()) return showProblem(tr("Choose the language first, or “not known”."));
  if (auto area = ss(area_->currentData().toString()); !area.empty()) input.area = area;
  input.topic = enumIn<inquiry_topic>(topic_);
  if (tourist_->currentData().isValid()) input.tourist = tourist_->currentData().toBool();
  input.content = personal<text<4000>>(ss(content_->toPlainText().trimmed()));
  if (!contact_->text().trimmed().isEmpty())
    input.contact = personal<text<200>>(ss(contact_->text().trimmed()));
  send<inquiry_view>(of_, [&](Then<inquiry_view> done) { return of_.recordInquiry(input, std::move(done)); });
}

} // namespace kotobashi::desktop

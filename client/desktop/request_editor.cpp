#include "client/desktop/request_editor.hpp"

#include "client/desktop/enum_box.hpp"
#include "client/desktop/manners.hpp"
#include "client/desktop/simple_fields.hpp"
#include "client/desktop/text.hpp"

#include <QPointer>

namespace kotobashi::desktop {

RequestEditor::RequestEditor(Gateway& of, QWidget* parent)
    : FormDialog(tr("New request"), tr("Ask for people"), parent), of_(of) {
  auto box = [this] { return new QComboBox(this); };
  fillEnum<request_kind>(kind_ = box(), "request_kind");
  fillEnum<request_mode>(mode_ = box(), "request_mode");
  fillLanguages(language_ = box(), of_.model(), false);
  fillEnum<specialty>(specialty_ = box(), "specialty", tr("(none)"));
  fillAreas(area_ = box(), of_.model(), tr("choose …"));
  fillEnum<gender>(gender_ = box(), "gender");
  gender_->setItemText(0, tr("does not matter"));
  summary_ = new QLineEdit(this);
  auto* everybody =
      new QLabel(tr("Every matching volunteer reads this: write nothing about the person."), this);
  everybody->setObjectName(QStringLiteral("quiet"));
  everybody->setWordWrap(true);
  summary_->setAccessibleDescription(everybody->text());
  place_ = new QLineEdit(this);
  contact_ = new QLineEdit(this);
  for (auto* each : {place_, contact_}) each->setPlaceholderText(tr("only the one who goes reads this"));
  details_ = new QPlainTextEdit(this);
  details_->setFixedHeight(64);
  details_->setTabChangesFocus(true);
  auto now = clockOf(nowInstant());
  auto next = now.addSecs(3600 - now.time().minute() * 60 - now.time().second());
  from_ = newClock(next, this);
  to_ = newClock(next.addSecs(2 * 3600), this);
  places_ = new QSpinBox(this);
  places_->setRange(1, 50);
  confidential_ = new QCheckBox(tr("Only I and those named in the inquiry may see this"), this);
  form()->addRow(tr("&Kind"), kind_);
  form()->addRow(tr("&How"), mode_);
  form()->addRow(tr("&Language"), language_);
  form()->addRow(tr("&Field"), specialty_);
  form()->addRow(tr("&Ward"), area_);
  form()->addRow(tr("&In a few words"), summary_);
  form()->addRow(QString(), everybody);
  form()->addRow(tr("&Place"), place_);
  form()->addRow(tr("&Contact there"), contact_);
  form()->addRow(tr("&Details"), details_);
  form()->addRow(tr("F&rom"), from_);
  form()->addRow(tr("&Until"), to_);
  form()->addRow(tr("P&eople"), places_);
  form()->addRow(tr("&Gender of the interpreter"), gender_);
  form()->addRow(tr("Secret"), confidential_);
  connect(from_, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime& at) {
    if (to_->dateTime() <= at) to_->setDateTime(at.addSecs(2 * 3600));
  });
  connect(this, &FormDialog::submitted, this, &RequestEditor::submit);
  untyped_ = inputsIn(*this);
}

void RequestEditor::fromInquiry(const inquiry_view& from) {
  inquiry_ = from.id;
  language_->setCurrentIndex(std::max(0, language_->findData(qs(from.language.value))));
  area_->setCurrentIndex(std::max(0, area_->findData(qs(from.area))));
  if (from.topic == inquiry_topic::medical) chooseEnum(specialty_, specialty::medical);
  confidential_->setChecked(from.confidential);
  confidential_->setEnabled(!from.confidential);
  untyped_ = inputsIn(*this);
}

void RequestEditor::reject() {
  leaveUnlessTyped(this, inputsIn(*this) != untyped_, [this] { QDialog::reject(); });
}

void RequestEditor::submit() {
  new_request input;
  input.kind = *enumIn<request_kind>(kind_);
  input.mode = *enumIn<request_mode>(mode_);
  input.language = ss(language_->currentData().toString());
  if (input.language.value.empty()) return showProblem(tr("Choose the language first."));
  input.specialty = enumIn<specialty>(specialty_);
  input.area = ss(area_->currentData().toString());
  if (input.area.empty()) return showProblem(tr("Choose the ward first."));
  input.summary = ss(summary_->text().trimmed());
  if (!place_->text().trimmed().isEmpty()) input.place = personal<text<200>>(ss(place_->text().trimmed()));
  if (!contact_->text().trimmed().isEmpty())
    input.contact = personal<text<200>>(ss(contact_->text().trimmed()));
  if (!details_->toPlainText().trimmed().isEmpty())
    input.details = personal<text<2000>>(ss(details_->toPlainText().trimmed()));
  input.starts_at = instantOf(from_->dateTime());
  input.ends_at = instantOf(to_->dateTime());
  input.places = places_->value();
  auto wanted = *enumIn<gender>(gender_);
  if (wanted != gender::unknown) input.gender_preference = wanted;
  if (confidential_->isChecked()) input.confidential = true;
  input.inquiry = inquiry_;
  send<request_view>(of_, [&](Then<request_view> done) { return of_.makeRequest(input, std::move(done)); });
}

} // namespace kotobashi::desktop

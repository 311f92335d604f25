#include "client/desktop/center_dialogs.hpp"

#include "client/desktop/enum_box.hpp"
#include "client/desktop/simple_fields.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

namespace kotobashi::desktop {

OpenDialog::OpenDialog(Gateway& of, const new_activation& from, QWidget* parent)
    : FormDialog(tr("Open the center"), tr("Open the center"), parent), of_(of), input_(from) {
  mode_ = new QComboBox(this);
  mode_->addItem(tr("choose …"));
  mode_->addItem(tr("REAL: this is not a drill"), static_cast<int>(activation_mode::actual));
  mode_->addItem(tr("DRILL"), static_cast<int>(activation_mode::drill));
  if (from.bulletin && from.mode == activation_mode::drill) mode_->setCurrentIndex(2);
  hazard_ = new QComboBox(this);
  fillEnum<kotobashi::hazard>(hazard_, "hazard");
  hazard_->setCurrentIndex(hazard_->findData(static_cast<int>(from.hazard)));
  title_ = new QLineEdit(qs(from.title), this);
  title_->setPlaceholderText(tr("for example: Earthquake of 24 November 2026"));
  occurred_ = new TimeField(false, this);
  if (from.occurred_at) occurred_->setValue(boost::json::value(to_rfc3339(*from.occurred_at)));
  despite_ = new QCheckBox(tr("Yes: this is real and happens now, although the bulletin is old, ahead of the "
                              "clock, cancelled or a "
                              "drill’s"),
                           this);
  ends_drill_ = new QCheckBox(tr("Yes: end the drill that is going on"), this);
  despite_->hide();
  const auto& center = of_.model().center();
  bool drill = center && center->activation && center->activation->state != activation_state::closed &&
               center->activation->mode == activation_mode::drill;
  ends_drill_->setVisible(drill);
  form()->addRow(tr("&For real or drill"), mode_);
  form()->addRow(tr("&Hazard"), hazard_);
  form()->addRow(tr("&Title"), title_);
  form()->addRow(tr("&When it happened"), occurred_);
  form()->addRow(QString(), ends_drill_);
  form()->addRow(QString(), despite_);
  connect(this, &FormDialog::submitted, this, &OpenDialog::submit);
}

void OpenDialog::submit() {
  if (!mode_->currentData().isValid()) return showProblem(tr("Choose whether this is real or a drill."));
  input_.mode = static_cast<activation_mode>(mode_->currentData().toInt());
  input_.hazard = static_cast<kotobashi::hazard>(hazard_->currentData().toInt());
  input_.title = ss(title_->text().trimmed());
  if (input_.title.empty()) return showProblem(tr("Give it a title."));
  input_.occurred_at = occurred_->at();
  if (ends_drill_->isChecked()) input_.ends_drill = true;
  if (despite_->isChecked()) input_.despite_age = true;
  send<activation>(
      of_, [this](Then<activation> done) { return of_.openCenter(input_, std::move(done)); },
      [this](const link::failure& why) {
        if (why.refused) ask(*why.refused);
      });
}

// The server's questions become boxes to tick.
void OpenDialog::ask(const refusal& why) {
  for (const auto& each : why.errors) {
    if (each.field == "despite_age") despite_->show();
    if (each.field == "ends_drill") ends_drill_->show();
  }
}

// What would be left lying; empty where all is done.
QString CloseDialog::openWork(const Gateway& of) {
  const auto& now = of.model().overview();
  if (!now || now->inquiries_open + now->requests_open + now->requests_under_way == 0) return {};
  return tr("Still open: inquiries %1, requests %2, requests under way %3.")
             .arg(now->inquiries_open)
             .arg(now->requests_open)
             .arg(now->requests_under_way) +
         QStringLiteral("\n\n");
}

CloseDialog::CloseDialog(Gateway& of, QWidget* parent)
    : FormDialog(tr("Close the center"), tr("Close the center"), parent) {
  setIntroduction(openWork(of) +
                  tr("Nothing can be published or dispatched afterwards. The records stay, and "
                     "the closing report comes from them."));
  auto* typed = new QLineEdit(this);
  form()->addRow(tr("Type “%1” to close").arg(tr("close")), typed);
  acceptButton()->setEnabled(false);
  connect(typed, &QLineEdit::textChanged, this,
          [this](const QString& text) { acceptButton()->setEnabled(text.trimmed() == tr("close")); });
  connect(this, &FormDialog::submitted, this, [this, &of] {
    send<activation>(of, [&of](Then<activation> done) { return of.closeCenter(std::move(done)); });
  });
}

DispatchDialog::DispatchDialog(Gateway& of, QWidget* parent)
    : FormDialog(tr("Open on-site dispatch"), tr("Open dispatch"), parent) {
  setIntroduction(
      tr("Volunteers can be sent out to these areas. Open it only when the way and the place are safe."));
  ChoiceField::Choices areas;
  if (of.model().center())
    for (const auto& each : of.model().center()->areas) areas.emplace_back(each.code, labelIn(each.names));
  auto* where = new CheckListField(areas, this);
  auto* until = new TimeField(false, this);
  form()->addRow(tr("&Areas (none: all)"), where);
  form()->addRow(tr("&Until"), until);
  connect(this, &FormDialog::submitted, this, [this, &of, where, until] {
    dispatch_opening input;
    input.open = true;
    if (auto chosen = where->value())
      for (const auto& each : chosen->as_array()) input.areas.emplace_back(each.as_string());
    input.until = until->at();
    send<activation>(of, [&](Then<activation> done) { return of.setDispatch(input, std::move(done)); });
  });
}

} // namespace kotobashi::desktop

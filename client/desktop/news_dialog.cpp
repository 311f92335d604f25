#include "client/desktop/news_dialog.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/enum_box.hpp"
#include "client/desktop/simple_fields.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>

namespace kotobashi::desktop {

namespace {
constexpr qint64 largestTelegram = 4 * 1024 * 1024;
}

NewsDialog::NewsDialog(Gateway& of, QWidget* parent) : QDialog(parent), of_(of) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("News has come in"));
  setMinimumWidth(560);
  column_ = new QVBoxLayout(this);
  buildInput();
}

void NewsDialog::buildInput() {
  input_ = new QWidget(this);
  auto* column = new QVBoxLayout(input_);
  column->setContentsMargins(0, 0, 0, 0);
  auto* file = new QPushButton(tr("Read a &telegram of the Japan Meteorological Agency (file) …"), input_);
  column->addWidget(file);
  auto* or_ = new QLabel(tr("or enter what you heard on the radio, on television or by telephone:"), input_);
  column->addWidget(or_);
  form_ = new QFormLayout;
  hazard_ = new QComboBox(input_);
  fillEnum<kotobashi::hazard>(hazard_, "hazard");
  occurred_ = new TimeField(false, input_);
  occurred_->setValue(boost::json::value(to_rfc3339(nowInstant())));
  form_->addRow(tr("&Hazard"), hazard_);
  form_->addRow(tr("&When"), occurred_);
  tsunami_ = new QComboBox(input_);
  fillEnum<tsunami_news>(tsunami_, "tsunami_news");
  form_->addRow(tr("T&sunami warning here"), tsunami_);
  if (of_.model().center()) {
    for (const auto& each : of_.model().center()->areas) {
      auto* box = new QComboBox(input_);
      fillEnum<intensity>(box, "intensity");
      form_->addRow(tr("Intensity in %1").arg(labelIn(each.names)), box);
      intensities_[each.code] = box;
    }
  }
  column->addLayout(form_);
  problem_ = new QLabel(input_);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setWordWrap(true);
  problem_->hide();
  column->addWidget(problem_);
  auto* send = new QPushButton(tr("What does this &mean for us?"), input_);
  send->setObjectName(QStringLiteral("primary"));
  send->setDefault(true);
  column->addWidget(send);
  column_->addWidget(input_);
  connect(file, &QPushButton::clicked, this, &NewsDialog::readFile);
  connect(send, &QPushButton::clicked, this, &NewsDialog::send);
  connect(hazard_, &QComboBox::currentIndexChanged, this, &NewsDialog::askForHazard);
  askForHazard();
}

// Wards shake in earthquakes; a tsunami may come without anybody having felt one.
void NewsDialog::askForHazard() {
  auto hazard = enumIn<kotobashi::hazard>(hazard_);
  for (const auto& [code, box] : intensities_) form_->setRowVisible(box, hazard == hazard::earthquake);
  form_->setRowVisible(tsunami_, hazard == hazard::earthquake || hazard == hazard::tsunami);
}

void NewsDialog::problem(const link::failure& why) {
  problem_->setText(explain(why) + (why.refused && !why.refused->detail.empty()
                                        ? QStringLiteral("\n") + qs(why.refused->detail)
                                        : QString()));
  problem_->show();
}

void NewsDialog::readFile() {
  QString name =
      QFileDialog::getOpenFileName(this, tr("Telegram"), {}, tr("Telegrams (*.xml);;All files (*)"));
  if (name.isEmpty()) return;
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly) || file.size() > largestTelegram) {
    problem_->setText(tr("%1 cannot be read, or is larger than any telegram.").arg(name));
    problem_->show();
    return;
  }
  waitFor(of_.readTelegram(file.readAll().toStdString(),
                           [self = QPointer(this)](const link::outcome<bulletin_reply>& got) {
                             if (self) self->ended(got);
                           }));
}

void NewsDialog::waitFor(link::call_id which) {
  takeBackOnClose(of_, which, this);
  input_->setEnabled(false);
}

void NewsDialog::ended(const link::outcome<bulletin_reply>& got) {
  input_->setEnabled(true);
  if (!got) return problem(got.error());
  show(*got);
}

void NewsDialog::send() {
  dialog_bulletin input;
  input.hazard = static_cast<kotobashi::hazard>(hazard_->currentData().toInt());
  input.occurred_at = occurred_->at();
  if (input.hazard == hazard::earthquake || input.hazard == hazard::tsunami)
    input.tsunami = enumIn<tsunami_news>(tsunami_);
  for (const auto& [code, box] : intensities_)
    if (input.hazard == hazard::earthquake)
      input.areas.push_back({code, static_cast<intensity>(box->currentData().toInt())});
  waitFor(of_.sendDialog(input, [self = QPointer(this)](const link::outcome<bulletin_reply>& got) {
    if (self) self->ended(got);
  }));
}

// An open center does not open again; but a real one ends a drill.
bool NewsDialog::mayOpen(activation_mode mode) const {
  const auto& center = of_.model().center();
  if (!center || !center->activation || center->activation->state == activation_state::closed) return true;
  return mode == activation_mode::actual && center->activation->mode == activation_mode::drill;
}

kotobashi::hazard NewsDialog::hazardOf(const bulletin_reply& told) const {
  if (told.kind == bulletin_kind::dialog)
    return static_cast<kotobashi::hazard>(hazard_->currentData().toInt());
  return told.kind == bulletin_kind::tsunami ? hazard::tsunami : hazard::earthquake;
}

void NewsDialog::show(const bulletin_reply& told) {
  input_->hide();
  understood_ = new QWidget(this);
  auto* column = new QVBoxLayout(understood_);
  column->setContentsMargins(0, 0, 0, 0);
  auto line = [&](const QString& text, const char* name = "") {
    auto* label = new QLabel(text, understood_);
    label->setWordWrap(true);
    label->setObjectName(QLatin1String(name));
    column->addWidget(label);
  };
  line(told.title.empty() ? tr("What you entered") : qs(told.title), "heading");
  if (told.status == bulletin_status::drill)
    line(tr("This is a DRILL’s telegram: it opens drills only."), "warning");
  if (told.status == bulletin_status::test)
    line(tr("This is a test telegram: nothing follows from it."), "warning");
  if (told.action == bulletin_action::cancelled)
    line(tr("This cancels what was reported before."), "warning");
  if (told.old) line(tr("This is more than a day old. Do not act on it without asking."), "warning");
  if (told.ahead)
    line(tr("Its time has not come yet: the telegram’s clock or this computer’s is wrong. Do not act on it "
            "without asking."),
         "warning");
  if (told.occurred_at) line(tr("Time: %1").arg(shortTime(told.occurred_at)));
  for (const auto& each : told.areas)
    line(tr("%1: intensity %2").arg(areaName(of_.model(), each.code), wordOf("intensity", each.intensity)));
  line(told.activation_suggested ? tr("The center should be opened.")
       : told.undecided          ? tr("Whether the trigger for opening the center is met is not known.")
                                 : tr("The trigger for opening the center is not met."),
       "heading");
  if (told.mode && of_.has(role::lead) && mayOpen(*told.mode)) {
    auto* open = new QPushButton(
        told.mode == activation_mode::drill ? tr("Open a drill …") : tr("Open the center …"), understood_);
    open->setObjectName(told.activation_suggested ? QStringLiteral("primary") : QString());
    column->addWidget(open);
    connect(open, &QPushButton::clicked, this, [this, told] {
      new_activation from;
      from.mode = *told.mode;
      from.hazard = hazardOf(told);
      from.occurred_at = told.occurred_at;
      from.bulletin = told.id;
      auto at = shortTime(told.occurred_at ? told.occurred_at : std::optional(nowInstant()));
      from.title =
          ss(from.hazard == hazard::earthquake ? tr("Earthquake of %1").arg(at)
                                               : wordOf("hazard", from.hazard) + QLatin1Char(' ') + at);
      Q_EMIT openingWanted(from);
      accept();
    });
  }
  for (const auto& each : told.suggestions) {
    auto* notice = new QPushButton(tr("Prepare the notice “%1”").arg(topicName(of_.model(), each.template_)),
                                   understood_);
    column->addWidget(notice);
    connect(notice, &QPushButton::clicked, this, [this, each] {
      Q_EMIT noticeWanted(each);
      accept();
    });
  }
  column_->addWidget(understood_);
  adjustSize();
}

} // namespace kotobashi::desktop

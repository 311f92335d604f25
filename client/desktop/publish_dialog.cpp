#include "client/desktop/publish_dialog.hpp"

#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPointer>
#include <QVBoxLayout>

namespace kotobashi::desktop {

namespace {
QString namesOf(const client::center_model& model, const notice_view& of, bool ready) {
  QStringList out;
  for (const auto& each : of.texts)
    if (each.ready == ready) out << languageName(model, each.language.value);
  return out.join(QStringLiteral(", "));
}

QString japaneseOf(const notice_view& of) {
  for (const auto& each : of.texts)
    if (each.language.value == "ja") return qs(each.title) + QLatin1Char('\n') + qs(each.body);
  return {};
}
} // namespace

PublishDialog::PublishDialog(Gateway& of, const notice_view& which, QWidget* parent)
    : QDialog(parent), of_(of), which_(which) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Publish: %1").arg(topicName(of.model(), which.template_)));
  setMinimumWidth(560);
  auto* column = new QVBoxLayout(this);
  auto line = [&](const QString& text, const char* name = "") {
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setObjectName(QLatin1String(name));
    column->addWidget(label);
  };
  const auto& center = of.model().center();
  bool drill = center && center->activation && center->activation->mode == activation_mode::drill;
  line(drill ? tr("DRILL: every page says that this is a drill.") : tr("REAL: residents read this at once."),
       drill ? "" : "warning");
  line(tr("%1 of %2 languages go out:").arg(which.ready_count).arg(which.language_count), "heading");
  line(namesOf(of.model(), which, true));
  if (which.ready_count < which.language_count) {
    line(tr("These wait, and say “being translated”:"), "heading");
    line(namesOf(of.model(), which, false));
  }
  problem_ = new QLabel(this);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setWordWrap(true);
  problem_->hide();
  column->addWidget(problem_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  send_ = buttons->button(QDialogButtonBox::Ok);
  send_->setText(which.critical ? tr("Read back …") : tr("Publish now"));
  send_->setObjectName(QStringLiteral("primary"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Keep as draft"));
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &PublishDialog::submit);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PublishDialog::submit() {
  if (!which_.critical) return send(false);
  auto* dialog = new ReadBackDialog(japaneseOf(which_), this);
  connect(dialog, &QDialog::accepted, this, [this] { send(true); });
  dialog->open();
}

void PublishDialog::send(bool read_back) {
  publish_notice input;
  if (read_back) input.read_back = true;
  send_->setEnabled(false);
  of_.publish(which_, input, [self = QPointer(this)](link::outcome<notice_view> got) {
    if (!self) return;
    if (got) return self->accept();
    self->send_->setEnabled(true);
    self->problem_->setText(explain(got.error()));
    self->problem_->show();
  });
}

ReadBackDialog::ReadBackDialog(const QString& japanese, QWidget* parent) : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Read back"));
  setMinimumSize(720, 480);
  auto* column = new QVBoxLayout(this);
  auto* order = new QLabel(tr("Read this aloud to a second person, and compare it with the source:"), this);
  auto* text = new QLabel(japanese, this);
  text->setObjectName(QStringLiteral("readback"));
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  column->addWidget(order);
  column->addWidget(text, 1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  auto* send = buttons->button(QDialogButtonBox::Ok);
  send->setText(tr("Publish now"));
  send->setEnabled(false);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Back"));
  std::vector<QCheckBox*> boxes;
  for (const QString& each :
       {tr("The &area is right"), tr("What people are told to &do is right"), tr("The &time is right")}) {
    boxes.push_back(new QCheckBox(each, this));
    column->addWidget(boxes.back());
  }
  for (auto* each : boxes)
    connect(each, &QCheckBox::toggled, send, [boxes, send] {
      send->setEnabled(std::ranges::all_of(boxes, [](const QCheckBox* box) { return box->isChecked(); }));
    });
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace kotobashi::desktop

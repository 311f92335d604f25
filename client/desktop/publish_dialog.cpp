#include "client/desktop/publish_dialog.hpp"

#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QDialogButtonBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

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

bool isDrill(const Gateway& of) {
  const auto& center = of.model().center();
  return center && center->activation && center->activation->mode == activation_mode::drill;
}

QLabel* wrapped(const QString& text, const QString& name, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setWordWrap(true);
  label->setObjectName(name);
  return label;
}
} // namespace

PublishDialog::PublishDialog(Gateway& of, const notice_view& which, QWidget* parent)
    : FormDialog(tr("Publish: %1").arg(topicName(of.model(), which.template_)),
                 which.critical ? tr("Read back …") : tr("Publish now"), parent),
      of_(of), which_(which) {
  setMinimumWidth(560);
  cancelButton()->setText(tr("Keep as draft"));
  auto line = [&](const QString& text, const char* name = "") {
    form()->addRow(wrapped(text, QLatin1String(name), this));
  };
  const bool drill = isDrill(of);
  line(drill ? tr("DRILL: every page says that this is a drill.") : tr("REAL: residents read this at once."),
       drill ? "" : "warning");
  line(tr("%1 of %2 languages go out:").arg(which.ready_count).arg(which.language_count), "heading");
  line(namesOf(of.model(), which, true));
  if (which.ready_count < which.language_count) {
    line(tr("These wait, and say “being translated”:"), "heading");
    line(namesOf(of.model(), which, false));
  }
  connect(this, &FormDialog::submitted, this, &PublishDialog::submit);
}

void PublishDialog::submit() {
  if (!which_.critical) return publish(false);
  auto* dialog = new ReadBackDialog(of_, japaneseOf(which_), this);
  connect(dialog, &QDialog::accepted, this, [this] { publish(true); });
  dialog->open();
}

void PublishDialog::publish(bool read_back) {
  publish_notice input;
  if (read_back) input.read_back = true;
  send<notice_view>(of_, [&](Then<notice_view> done) { return of_.publish(which_, input, std::move(done)); });
}

ReadBackDialog::ReadBackDialog(const Gateway& of, const QString& japanese, QWidget* parent)
    : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Read back"));
  auto* column = new QVBoxLayout(this);
  const bool drill = isDrill(of);
  column->addWidget(wrapped(drill ? tr("DRILL") : tr("REAL"),
                            drill ? QStringLiteral("drillMark") : QStringLiteral("realMark"), this));
  column->addWidget(
      wrapped(tr("Read this aloud to a second person, and compare it with the source:"), {}, this));
  auto* scroll = new QScrollArea(this);
  auto* text = wrapped(japanese, QStringLiteral("readback"), scroll);
  text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  scroll->setWidget(text);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addWidget(scroll, 1);
  auto* send = new QPushButton(tr("Publish now"), this);
  send->setObjectName(QStringLiteral("primary"));
  send->setEnabled(false);
  for (const QString& each :
       {tr("The &area is right"), tr("What people are told to &do is right"), tr("The &time is right")}) {
    boxes_.push_back(new QCheckBox(each, this));
    boxes_.back()->setEnabled(false);
    column->addWidget(boxes_.back());
  }
  for (auto* each : boxes_)
    connect(each, &QCheckBox::toggled, send, [this, send] {
      send->setEnabled(std::ranges::all_of(boxes_, [](const QCheckBox* box) { return box->isChecked(); }));
    });
  place_ = scroll->verticalScrollBar();
  connect(place_, &QScrollBar::valueChanged, this, &ReadBackDialog::enableAtTheEnd);
  connect(place_, &QScrollBar::rangeChanged, this, &ReadBackDialog::enableAtTheEnd);
  auto* buttons = new QDialogButtonBox(this);
  buttons->addButton(send, QDialogButtonBox::AcceptRole);
  buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  resize(onScreen(this, {860, 680}));
}

void ReadBackDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  enableAtTheEnd(); // a short text is all in sight
}

void ReadBackDialog::enableAtTheEnd() {
  if (!isVisible() || place_->value() < place_->maximum()) return;
  for (auto* each : boxes_) each->setEnabled(true);
}

} // namespace kotobashi::desktop

#include "client/desktop/notice_editor.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/manners.hpp"
#include "client/desktop/parameter_form.hpp"
#include "client/desktop/preview_view.hpp"
#include "client/desktop/publish_dialog.hpp"
#include "client/desktop/simple_fields.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QPointer>
#include <QScreen>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace kotobashi::desktop {

namespace {
constexpr int previewPause = 300; // ms after the last key
}

NoticeEditor::NoticeEditor(Gateway& of, QWidget* parent) : QDialog(parent), of_(of) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("New notice"));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  const QSize border(40, 60); // the window's frame and title
  resize(QSize(1200, 680).boundedTo(screen()->availableGeometry().size() - border));
  auto* column = new QVBoxLayout(this);
  auto* split = new QSplitter(this);
  auto* left = new QWidget(split);
  auto* leftColumn = new QVBoxLayout(left);
  leftColumn->setContentsMargins(0, 0, 8, 0);
  search_ = new QLineEdit(left);
  search_->setPlaceholderText(tr("Find a topic"));
  search_->setAccessibleName(tr("Find a topic"));
  search_->setClearButtonEnabled(true);
  topics_ = new QComboBox(left);
  topics_->setAccessibleName(tr("Topic"));
  ignoreStrayWheel(topics_);
  fields_ = new QScrollArea(left);
  fields_->setWidgetResizable(true);
  fields_->setFrameShape(QFrame::NoFrame);
  fields_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  free_text_ = new QPlainTextEdit(left);
  free_text_->setAccessibleName(tr("Text of the notice"));
  free_text_->setPlaceholderText(
      tr("Japanese text. The first line is the title. Other languages have to be translated by people."));
  free_text_->hide();
  source_box_ = new QGroupBox(tr("Source"), left);
  auto* sourceForm = new QFormLayout(source_box_);
  issuer_ = new QLineEdit(source_box_);
  issuer_->setPlaceholderText(tr("for example: Kawasaki City"));
  bulletin_ = new QLineEdit(source_box_);
  source_at_ = new TimeField(false, source_box_);
  sourceForm->addRow(tr("&Issuer"), issuer_);
  sourceForm->addRow(tr("&Bulletin no."), bulletin_);
  sourceForm->addRow(tr("&Time"), source_at_);
  source_at_->setLabel(tr("&Time"));
  leftColumn->addWidget(search_);
  leftColumn->addWidget(topics_);
  leftColumn->addWidget(fields_, 1);
  leftColumn->addWidget(free_text_, 1);
  leftColumn->addWidget(source_box_);
  previews_ = new PreviewView(of_, split);
  split->setStretchFactor(0, 2);
  split->setStretchFactor(1, 3);
  problem_ = new QLabel(this);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setWordWrap(true);
  problem_->hide();
  auto* buttons = new QHBoxLayout;
  submit_ = new QPushButton(tr("Go on to &publish …"), this);
  submit_->setObjectName(QStringLiteral("primary"));
  auto* cancel = new QPushButton(tr("Cancel"), this);
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(submit_);
  buildOvertaken(this);
  column->addWidget(split, 1);
  column->addWidget(overtaken_);
  column->addWidget(problem_);
  column->addLayout(buttons);

  pause_.setSingleShot(true);
  pause_.setInterval(previewPause);
  connect(&pause_, &QTimer::timeout, this, &NoticeEditor::preview);
  connect(search_, &QLineEdit::textChanged, this, &NoticeEditor::fillTopics);
  connect(topics_, &QComboBox::currentIndexChanged, this, &NoticeEditor::chooseTopic);
  connect(free_text_, &QPlainTextEdit::textChanged, &pause_, qOverload<>(&QTimer::start));
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(submit_, &QPushButton::clicked, this, &NoticeEditor::submit);
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::notices) compareWithPublished();
  });
  fillTopics({});
  untyped_source_ = inputsIn(*source_box_);
}

void NoticeEditor::reject() {
  leaveUnlessTyped(this, typed(), [this] { QDialog::reject(); });
}

bool NoticeEditor::typed() const {
  return (form_ && inputsIn(*form_) != untyped_form_) || free_text_->toPlainText() != untyped_text_ ||
         inputsIn(*source_box_) != untyped_source_;
}

// What is chosen stays in the list, whether it is looked for or not.
void NoticeEditor::fillTopics(const QString& filter) {
  const QSignalBlocker quiet(topics_);
  QString kept = topics_->currentData().toString();
  topics_->clear();
  topics_->addItem(tr("Choose a topic …"), QString());
  for (const auto& each : of_.model().templates()) {
    QString name = QStringLiteral("%1  (%2)").arg(labelIn(each.name), word("category", each.category));
    if (qs(each.id) == kept || name.contains(filter, Qt::CaseInsensitive))
      topics_->addItem(name, qs(each.id));
  }
  topics_->addItem(tr("Free text (no topic fits)"), QStringLiteral("/text"));
  topics_->setCurrentIndex(std::max(0, topics_->findData(kept)));
}

const client::template_view* NoticeEditor::topic() const {
  for (const auto& each : of_.model().templates())
    if (qs(each.id) == topics_->currentData().toString()) return &each;
  return nullptr;
}

void NoticeEditor::chooseTopic() {
  bool text = topics_->currentData().toString() == QLatin1String("/text");
  free_text_->setVisible(text);
  fields_->setVisible(!text);
  form_ = nullptr;
  if (const auto* chosen = topic()) {
    form_ = new ParameterForm(*chosen, of_.model());
    fields_->setWidget(form_);
    fields_->setMinimumWidth(form_->minimumSizeHint().width() +
                             fields_->verticalScrollBar()->sizeHint().width());
    tabThrough(topics_, form_, free_text_);
    untyped_form_ = inputsIn(*form_);
    connect(form_, &ParameterForm::edited, &pause_, qOverload<>(&QTimer::start));
  } else {
    fields_->setWidget(new QWidget);
  }
  preview();
}

void NoticeEditor::prefill(const suggestion& from) {
  topics_->setCurrentIndex(std::max(0, topics_->findData(qs(from.template_))));
  if (form_) {
    form_->setParameters(from.parameters);
    untyped_form_ = inputsIn(*form_);
  }
  preview();
}

void NoticeEditor::correct(const notice_view& which) {
  corrected_ = which;
  setWindowTitle(tr("Correct notice no. %1").arg(which.number.value_or(0)));
  submit_->setText(tr("&Publish the correction …"));
  search_->hide();
  topics_->setCurrentIndex(std::max(
      0, topics_->findData(which.template_.empty() ? QStringLiteral("/text") : qs(which.template_))));
  topics_->setEnabled(false);
  if (form_) {
    form_->setParameters(which.parameters);
    untyped_form_ = inputsIn(*form_);
  }
  if (which.free_text) free_text_->setPlainText(qs(*which.free_text));
  untyped_text_ = free_text_->toPlainText();
  showSource(which.source.value_or(notice_source{}));
  preview();
}

void NoticeEditor::showSource(const notice_source& of) {
  issuer_->setText(qs(of.issuer));
  bulletin_->setText(of.bulletin_number ? qs(*of.bulletin_number) : QString());
  source_at_->setValue(of.at ? boost::json::value(to_rfc3339(*of.at)) : boost::json::value());
  untyped_source_ = inputsIn(*source_box_);
}

notice_source NoticeEditor::source() const {
  notice_source out;
  out.issuer = ss(issuer_->text().trimmed());
  if (!bulletin_->text().trimmed().isEmpty()) out.bulletin_number = ss(bulletin_->text().trimmed());
  out.at = source_at_->at();
  return out;
}

void NoticeEditor::preview() {
  preview_wish wish;
  if (form_) {
    wish.template_ = ss(topics_->currentData().toString());
    wish.parameters = form_->parameters();
  } else if (free_text_->isVisibleTo(this) && !free_text_->toPlainText().trimmed().isEmpty()) {
    wish.text = ss(free_text_->toPlainText());
  } else {
    return previews_->clear();
  }
  if (corrected_) wish.corrects = corrected_->id;
  of_.preview(wish, [self = QPointer(this)](link::outcome<client::preview_reply> got) {
    if (!self) return;
    if (!got) return self->failed(got.error());
    self->problem_->hide();
    if (self->form_) self->form_->showProblems({});
    self->previews_->show(*got);
  });
}

void NoticeEditor::failed(const link::failure& why) {
  auto left = why.refused && form_ ? form_->showProblems(why.refused->errors) : std::vector<field_error>{};
  bool all_placed = why.refused && form_ && !why.refused->errors.empty() && left.empty();
  problem_->setText(explain(why));
  problem_->setVisible(!all_placed);
  previews_->clear();
}

void NoticeEditor::submit() {
  if (form_) form_->demandAll();
  auto done = [self = QPointer(this)](link::outcome<notice_view> got) {
    if (!self) return;
    self->sending_ = false;
    self->submit_->setEnabled(true);
    if (!got) {
      self->failed(got.error());
      return self->compareWithPublished();
    }
    Q_EMIT self->written(qs(got->id.value));
    if (got->state == notice_state::draft) (new PublishDialog(self->of_, *got, self->parentWidget()))->open();
    self->accept();
  };
  if (corrected_) return sendCorrection(done);
  new_notice input;
  if (form_) {
    input.template_ = ss(topics_->currentData().toString());
    input.parameters = form_->parameters();
  } else if (free_text_->isVisibleTo(this)) {
    input.text = ss(free_text_->toPlainText());
  } else {
    problem_->setText(tr("Choose a topic."));
    return problem_->show();
  }
  if (!issuer_->text().trimmed().isEmpty()) input.source = source();
  submit_->setEnabled(false);
  takeBackOnClose(of_, of_.draft(input, done), this);
}

void NoticeEditor::sendCorrection(const Then<notice_view>& done) {
  correct_notice input;
  if (form_) input.parameters = form_->parameters();
  if (!form_) input.text = ss(free_text_->toPlainText());
  if (!issuer_->text().trimmed().isEmpty()) input.source = source();
  auto send = [this, input, done](bool read_back) mutable {
    input.read_back = read_back;
    sending_ = true;
    submit_->setEnabled(false);
    takeBackOnClose(of_, of_.correct(*corrected_, input, done), this);
  };
  if (!corrected_->critical) return send(false);
  auto* dialog = new ReadBackDialog(of_, previews_->japanese(), this);
  connect(dialog, &QDialog::accepted, this, [send]() mutable { send(true); });
  dialog->open();
}

} // namespace kotobashi::desktop

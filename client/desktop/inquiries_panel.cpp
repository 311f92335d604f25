#include "client/desktop/inquiries_panel.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/enum_box.hpp"
#include "client/desktop/inquiry_editor.hpp"
#include "client/desktop/record_table.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPointer>
#include <QSplitter>
#include <QVBoxLayout>

namespace kotobashi::desktop {

InquiriesPanel::InquiriesPanel(Gateway& of, QWidget* parent) : QWidget(parent), of_(of) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  auto* buttons = new QHBoxLayout;
  new_ = new QPushButton(tr("&Record an inquiry …"), this);
  new_->setObjectName(QStringLiteral("primary"));
  request_ = new QPushButton(tr("&Ask for an interpreter …"), this);
  all_ = new QCheckBox(tr("Also &answered and closed ones"), this);
  buttons->addWidget(new_);
  buttons->addWidget(request_);
  buttons->addStretch();
  buttons->addWidget(all_);
  list_ = new RecordTable(
      {tr("No."), tr("Language"), tr("What was asked"), tr("Topic"), tr("Ward"), tr("Received"), tr("State")},
      2, tr("Inquiries"), this);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(list_);
  split->addWidget(buildDetail());
  column->addLayout(buttons);
  column->addWidget(split, 1);
  connect(new_, &QPushButton::clicked, this, [this] { (new InquiryEditor(of_, this))->open(); });
  connect(request_, &QPushButton::clicked, this, [this] {
    if (const auto* one = chosen()) Q_EMIT requestWanted(*one);
  });
  connect(all_, &QCheckBox::toggled, this, &InquiriesPanel::refresh);
  connect(list_, &RecordTable::chosenChanged, this, &InquiriesPanel::showChosen);
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::inquiries || part == client::part::center) refresh();
  });
  refresh();
}

QWidget* InquiriesPanel::buildDetail() {
  auto* detail = new QWidget(this);
  auto* column = new QVBoxLayout(detail);
  column->setContentsMargins(0, 8, 0, 0);
  detail_ = new QLabel(detail);
  detail_->setWordWrap(true);
  detail_->setTextFormat(Qt::PlainText);
  detail_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* form = new QFormLayout;
  state_ = new QComboBox(detail);
  fillEnum<inquiry_state>(state_, "inquiry_state");
  answer_ = new QPlainTextEdit(detail);
  answer_->setFixedHeight(80);
  answer_->setTabChangesFocus(true);
  source_ = new QLineEdit(detail);
  source_->setPlaceholderText(tr("for example: the city’s page, telephone call to the ward office"));
  form->addRow(tr("&State"), state_);
  form->addRow(tr("A&nswer"), answer_);
  form->addRow(tr("&Checked against"), source_);
  problem_ = new QLabel(detail);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setWordWrap(true);
  problem_->hide();
  send_ = new QPushButton(tr("&Keep the answer"), detail);
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(send_);
  column->addWidget(detail_, 1, Qt::AlignTop);
  column->addLayout(form);
  column->addWidget(problem_);
  column->addLayout(row);
  connect(send_, &QPushButton::clicked, this, &InquiriesPanel::answer);
  connect(state_, &QComboBox::activated, this, &InquiriesPanel::changeState);
  return detail;
}

void InquiriesPanel::select(const QString& id) {
  list_->choose(id);
}
const inquiry_view* InquiriesPanel::chosen() const {
  return of_.model().inquiries().find(ss(list_->chosen()));
}

void InquiriesPanel::refresh() {
  const auto& model = of_.model();
  const auto& center = model.center();
  new_->setEnabled(center && center->activation && center->activation->state != activation_state::closed);
  list_->begin();
  std::vector<const inquiry_view*> rows;
  for (const auto& [id, each] : model.inquiries()) rows.insert(rows.begin(), &each);
  for (const auto* each : rows) {
    bool ended = each->state == inquiry_state::answered || each->state == inquiry_state::closed;
    if (ended && !all_->isChecked() && qs(each->id.value) != list_->chosen()) continue;
    list_->add(qs(each->id.value),
               {(each->confidential ? tr("secret %1") : QStringLiteral("%1")).arg(each->number),
                languageName(model, each->language.value), qs(each->content).simplified(),
                each->topic ? wordOf("inquiry_topic", *each->topic) : QString(), areaName(model, each->area),
                shortTime(each->received_at), wordOf("inquiry_state", each->state)},
               ended);
  }
  list_->finish();
}

void InquiriesPanel::showChosen() {
  const auto* one = chosen();
  for (QWidget* each :
       {static_cast<QWidget*>(state_), static_cast<QWidget*>(answer_), static_cast<QWidget*>(source_),
        static_cast<QWidget*>(send_), static_cast<QWidget*>(request_)})
    each->setEnabled(one != nullptr);
  if (!one) return detail_->setText(tr("No inquiry is chosen."));
  if (answering_ != qs(one->id.value)) {
    answering_ = qs(one->id.value);
    answer_->clear();
    source_->clear();
    problem_->hide();
  }
  chooseEnum(state_, one->state);
  QStringList lines{qs(one->content)};
  lines << tr("%1, %2").arg(wordOf("inquiry_channel", one->channel),
                            wordOf("emergency_check", one->emergency));
  if (!one->contact.reveal().empty()) lines << tr("Contact: %1").arg(qs(one->contact));
  if (one->confidential)
    lines << tr("SECRET: seen by %n people only", nullptr, static_cast<int>(one->visible_to.size()));
  for (const auto& each : one->answers)
    lines << tr("Answer of %1: %2 (checked against: %3)")
                 .arg(shortTime(each.at), qs(each.content), qs(each.source_checked));
  detail_->setText(lines.join(QLatin1Char('\n')));
}

void InquiriesPanel::answer() {
  const auto* one = chosen();
  if (!one) return;
  new_answer input{
      personal<text<4000>>(ss(answer_->toPlainText().trimmed())), ss(source_->text().trimmed()), {}};
  send_->setEnabled(false);
  of_.answerInquiry(one->id.value, input, [self = QPointer(this)](link::outcome<inquiry_view> got) {
    if (!self) return;
    self->send_->setEnabled(true);
    if (!got) {
      self->problem_->setText(explain(got.error()));
      return self->problem_->show();
    }
    self->answer_->clear();
    self->source_->clear();
    self->problem_->hide();
  });
}

void InquiriesPanel::changeState(int) {
  const auto* one = chosen();
  if (!one) return;
  boost::json::object patch{{"state", json::write(*enumIn<inquiry_state>(state_))}};
  of_.changeInquiry(*one, patch, [self = QPointer(this)](link::outcome<inquiry_view> got) {
    if (!self) return;
    if (!got) warn(self, got.error());
    self->showChosen();
  });
}

} // namespace kotobashi::desktop

#include "client/desktop/inquiries_panel.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/enum_box.hpp"
#include "client/desktop/inquiry_editor.hpp"
#include "client/desktop/manners.hpp"
#include "client/desktop/record_table.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPointer>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace kotobashi::desktop {

namespace {
bool hasEnded(const inquiry_view& one) {
  return one.state == inquiry_state::answered || one.state == inquiry_state::closed;
}

QString numberOf(const inquiry_view& one) {
  return (one.confidential ? InquiriesPanel::tr("secret %1") : QStringLiteral("%1")).arg(one.number);
}
} // namespace

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
  told_ = new QLabel(detail);
  told_->setObjectName(QStringLiteral("warning"));
  told_->setWordWrap(true);
  reserveLine(told_);
  detail_ = new QLabel(detail);
  detail_->setWordWrap(true);
  detail_->setTextFormat(Qt::PlainText);
  detail_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* form = new QFormLayout;
  state_ = new QComboBox(detail);
  fillEnum<inquiry_state>(state_, "inquiry_state");
  ignoreStrayWheel(state_);
  change_ = new QPushButton(tr("Change the s&tate"), detail);
  auto* state = new QHBoxLayout;
  state->addWidget(state_, 1);
  state->addWidget(change_);
  heading_ = new QLabel(detail);
  heading_->setObjectName(QStringLiteral("heading"));
  reserveLine(heading_);
  answer_ = new QPlainTextEdit(detail);
  answer_->setFixedHeight(80);
  answer_->setTabChangesFocus(true);
  source_ = new QLineEdit(detail);
  source_->setPlaceholderText(tr("for example: the city’s page, telephone call to the ward office"));
  form->addRow(tr("&State"), state);
  form->addRow(QString(), heading_);
  form->addRow(tr("A&nswer"), answer_);
  form->addRow(tr("&Checked against"), source_);
  qobject_cast<QLabel*>(form->labelForField(state))->setBuddy(state_);
  problem_ = new QLabel(detail);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setWordWrap(true);
  problem_->hide();
  send_ = new QPushButton(tr("&Keep the answer"), detail);
  auto* row = new QHBoxLayout;
  row->addStretch();
  row->addWidget(send_);
  column->addWidget(told_);
  column->addWidget(detail_, 1, Qt::AlignTop);
  column->addLayout(form);
  column->addWidget(problem_);
  column->addLayout(row);
  connect(answer_, &QPlainTextEdit::textChanged, this, &InquiriesPanel::keepDraft);
  connect(source_, &QLineEdit::textChanged, this, &InquiriesPanel::keepDraft);
  connect(send_, &QPushButton::clicked, this, &InquiriesPanel::answer);
  connect(change_, &QPushButton::clicked, this, &InquiriesPanel::changeState);
  connect(state_, &QComboBox::currentIndexChanged, this, [this] {
    const auto* one = chosen();
    change_->setEnabled(one && enumIn<inquiry_state>(state_) != one->state);
  });
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
  bool open = center && center->activation && center->activation->state != activation_state::closed;
  new_->setEnabled(open && (of_.has(role::lead) || of_.has(role::coordinator) || of_.has(role::desk)));
  list_->begin();
  std::vector<const inquiry_view*> rows;
  for (const auto& [id, each] : model.inquiries()) rows.insert(rows.begin(), &each);
  for (const auto* each : rows) {
    bool ended = hasEnded(*each);
    if (ended && !all_->isChecked() && qs(each->id.value) != stays_) continue;
    list_->add(qs(each->id.value),
               {numberOf(*each), languageName(model, each->language.value), qs(each->content).simplified(),
                each->topic ? wordOf("inquiry_topic", *each->topic) : QString(), areaName(model, each->area),
                shortTime(each->received_at), wordOf("inquiry_state", each->state)},
               ended);
  }
  list_->finish();
}

void InquiriesPanel::showChosen() {
  const auto* one = chosen();
  bool sending = one && sending_.contains(qs(one->id.value));
  state_->setEnabled(one != nullptr);
  request_->setEnabled(one != nullptr);
  send_->setEnabled(one && !sending);
  if (!one) return showNone();
  const QString id = qs(one->id.value);
  if (id != writing_) showDraft(id);
  if (id != stays_) stays_.clear();
  answer_->setEnabled(true);
  source_->setEnabled(true);
  answer_->setReadOnly(sending);
  source_->setReadOnly(sending);
  bool another = !shown_ || shown_->id != one->id.value;
  if (another) told_->clear();
  if (another || shown_->state != one->state) chooseEnum(state_, one->state);
  change_->setEnabled(enumIn<inquiry_state>(state_) != one->state);
  shown_ = Shown{one->id.value, numberOf(*one), one->state};
  heading_->setText(tr("No. %1, %2").arg(shown_->number, languageName(of_.model(), one->language.value)));
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

// What was typed stays to be read and copied; it belongs to its inquiry and can go nowhere else.
void InquiriesPanel::showNone() {
  const auto& all = of_.model().inquiries();
  bool typed = drafts_.contains(writing_);
  change_->setEnabled(false);
  for (QWidget* each : {static_cast<QWidget*>(answer_), static_cast<QWidget*>(source_)})
    each->setEnabled(typed);
  answer_->setReadOnly(true);
  source_->setReadOnly(true);
  if (!typed) heading_->clear();
  detail_->setText(emptyWords(all.state(), tr("No inquiry is chosen.")));
  if (!shown_ || all.state() != client::loading::loaded) return; // locked: it may come back
  const auto before = *std::exchange(shown_, std::nullopt);
  const auto* now = all.find(before.id);
  if (now && now->state == before.state) return told_->clear(); // only hidden
  QString what = tr("No. %1 is not there any more, or you may not see it.").arg(before.number);
  if (now)
    what = (now->state == inquiry_state::closed ? tr("Somebody else has closed no. %1.")
                                                : tr("Somebody else has answered no. %1."))
               .arg(before.number);
  if (typed) what += QLatin1Char(' ') + tr("What you typed is kept below and can be copied.");
  told_->setText(what);
}

void InquiriesPanel::showDraft(const QString& id) {
  writing_.clear(); // filling in is not typing
  auto found = drafts_.find(id);
  answer_->setPlainText(found == drafts_.end() ? QString() : found->second.answer);
  source_->setText(found == drafts_.end() ? QString() : found->second.source);
  problem_->hide();
  writing_ = id;
}

void InquiriesPanel::keepDraft() {
  if (writing_.isEmpty()) return;
  Draft typed{answer_->toPlainText(), source_->text()};
  if (typed.answer.isEmpty() && typed.source.isEmpty())
    drafts_.erase(writing_);
  else
    drafts_[writing_] = typed;
}

void InquiriesPanel::answer() {
  const auto* one = chosen();
  if (!one) return;
  const QString id = qs(one->id.value), number = numberOf(*one);
  new_answer input{
      personal<text<4000>>(ss(answer_->toPlainText().trimmed())), ss(source_->text().trimmed()), {}};
  if (input.content.reveal().empty() || input.source_checked.empty()) {
    problem_->setText(input.content.reveal().empty() ? tr("Write the answer.")
                                                     : tr("Say what the answer was checked against."));
    return problem_->show();
  }
  sending_.insert(id);
  stays_ = id;
  showChosen();
  of_.answerInquiry(ss(id), input, [self = QPointer(this), id, number](link::outcome<inquiry_view> got) {
    if (self) self->answered(id, number, got);
  });
}

// Another inquiry may be chosen by now, and its answer half typed.
void InquiriesPanel::answered(const QString& id, const QString& number,
                              const link::outcome<inquiry_view>& got) {
  sending_.erase(id);
  bool shown = writing_ == id;
  if (got) {
    drafts_.erase(id);
    if (shown) showDraft(id);
  } else if (shown) {
    problem_->setText(explain(got.error()));
    problem_->show();
  }
  refresh();
  if (got) told_->setText(tr("The answer to no. %1 is recorded.").arg(number));
  if (!got && !shown) told_->setText(tr("No. %1: %2").arg(number, explain(got.error())));
}

void InquiriesPanel::changeState() {
  const auto* one = chosen();
  if (!one) return;
  stays_ = qs(one->id.value);
  change_->setEnabled(false);
  boost::json::object patch{{"state", json::write(*enumIn<inquiry_state>(state_))}};
  of_.changeInquiry(*one, patch, [self = QPointer(this)](link::outcome<inquiry_view> got) {
    if (!self) return;
    if (!got) warn(self, got.error());
    self->showChosen();
  });
}

} // namespace kotobashi::desktop

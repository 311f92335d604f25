#include "client/desktop/requests_panel.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/manners.hpp"
#include "client/desktop/record_table.hpp"
#include "client/desktop/request_editor.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace kotobashi::desktop {

namespace {
bool hasEnded(const request_view& one) {
  return one.state == request_state::done || one.state == request_state::cancelled ||
         one.state == request_state::expired;
}
} // namespace

RequestsPanel::RequestsPanel(Gateway& of, QWidget* parent) : QWidget(parent), of_(of) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  auto* buttons = new QHBoxLayout;
  new_ = new QPushButton(tr("&New request …"), this);
  new_->setObjectName(QStringLiteral("primary"));
  all_ = new QCheckBox(tr("Also those that have &ended"), this);
  buttons->addWidget(new_);
  buttons->addStretch();
  buttons->addWidget(all_);
  list_ = new RecordTable(
      {tr("No."), tr("Language"), tr("What"), tr("Where"), tr("From"), tr("State"), tr("People")}, 2,
      tr("Requests"), this);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->addWidget(list_);
  split->addWidget(buildDetail());
  split->setStretchFactor(0, 2);
  split->setStretchFactor(1, 3);
  column->addLayout(buttons);
  column->addWidget(split, 1);
  connect(new_, &QPushButton::clicked, this, [this] { (new RequestEditor(of_, this))->open(); });
  connect(all_, &QCheckBox::toggled, this, &RequestsPanel::refresh);
  connect(list_, &RecordTable::chosenChanged, this, &RequestsPanel::showChosen);
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::requests || part == client::part::center) refresh();
  });
  refresh();
}

QWidget* RequestsPanel::buildDetail() {
  auto* detail = new QWidget(this);
  auto* column = new QVBoxLayout(detail);
  column->setContentsMargins(0, 8, 0, 0);
  told_ = new QLabel(detail);
  told_->setObjectName(QStringLiteral("warning"));
  told_->setWordWrap(true);
  reserveLine(told_);
  detail_ = new QLabel(detail);
  detail_->setWordWrap(true);
  detail_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* steps = new QHBoxLayout;
  auto step = [&](const QString& name, auto slot) {
    auto* button = new QPushButton(name, detail);
    steps->addWidget(button);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
  };
  approve_ = step(tr("&Approve the claim"), [this] { moveOn("approve"); });
  start_ = step(tr("&Started"), [this] { moveOn("start"); });
  finish_ = step(tr("&Finished"), [this] { moveOn("finish"); });
  release_ = step(tr("&Give back"), [this] { moveOn("release"); });
  cancel_ = step(tr("&Cancel the request …"), [this] { cancel(); });
  steps->addStretch();
  people_ =
      new RecordTable({tr("Name"), tr("Telephone"), tr("Languages"), tr("Now"), tr("Fits"), tr("Last call")},
                      4, tr("Candidates"), detail);
  auto* calls = new QHBoxLayout;
  auto person = [&](const QString& name, auto slot) {
    auto* button = new QPushButton(name, detail);
    calls->addWidget(button);
    connect(button, &QPushButton::clicked, this, slot);
    on_person_.push_back(button);
  };
  calls_ = new QLabel(detail);
  calls_->setTextFormat(Qt::PlainText);
  calls_->setMinimumWidth(200); // the buttons stay where they are, for most names
  calls->addWidget(calls_);
  person(tr("Accepted"), [this] { call(call_result::accepted); });
  person(tr("Declined"), [this] { call(call_result::declined); });
  person(tr("No answer"), [this] { call(call_result::absent); });
  person(tr("Will call back"), [this] { call(call_result::call_back); });
  calls->addSpacing(24);
  person(tr("Offer it on the phone page"), [this] { offer(); });
  calls->addStretch();
  column->addWidget(told_);
  column->addWidget(detail_);
  column->addLayout(steps);
  column->addWidget(people_, 1);
  column->addLayout(calls);
  connect(people_, &RecordTable::chosenChanged, this, &RequestsPanel::showPerson);
  return detail;
}

void RequestsPanel::startRequest(const inquiry_view& from) {
  auto* editor = new RequestEditor(of_, this);
  editor->fromInquiry(from);
  editor->open();
}

void RequestsPanel::select(const QString& id) {
  list_->choose(id);
}

const request_view* RequestsPanel::chosen() const {
  return of_.model().requests().find(ss(list_->chosen()));
}

void RequestsPanel::refresh() {
  const auto& model = of_.model();
  bool dispatcher = of_.has(role::lead) || of_.has(role::coordinator);
  const auto& center = model.center();
  new_->setEnabled(center && center->activation && center->activation->state != activation_state::closed &&
                   (dispatcher || of_.has(role::desk) || of_.has(role::editor)));
  list_->begin();
  std::vector<const request_view*> rows;
  for (const auto& [id, each] : model.requests()) rows.insert(rows.begin(), &each);
  for (const auto* each : rows) {
    bool ended = hasEnded(*each);
    if (ended && !all_->isChecked()) continue;
    QStringList people;
    for (const auto& one : each->assignments)
      if (one.state != assignment_state::released) people << qs(one.volunteer_name);
    list_->add(qs(each->id.value),
               {(each->confidential ? tr("secret %1") : QStringLiteral("%1")).arg(each->number),
                languageName(model, each->language.value), qs(each->summary), areaName(model, each->area),
                shortTime(each->starts_at), wordOf("request_state", each->state),
                people.join(QStringLiteral(", "))},
               ended);
  }
  list_->finish();
}

void RequestsPanel::showChosen() {
  const auto* one = chosen();
  bool dispatcher = of_.has(role::lead) || of_.has(role::coordinator);
  auto holds = [&](assignment_state state) {
    return one && std::ranges::any_of(one->assignments,
                                      [&](const assignment_view& each) { return each.state == state; });
  };
  bool ended = !one || hasEnded(*one);
  approve_->setEnabled(dispatcher && holds(assignment_state::offered));
  start_->setEnabled(dispatcher && holds(assignment_state::taken));
  finish_->setEnabled(dispatcher && (holds(assignment_state::under_way) || holds(assignment_state::taken)));
  release_->setEnabled(dispatcher && (holds(assignment_state::offered) || holds(assignment_state::taken) ||
                                      holds(assignment_state::under_way)));
  cancel_->setEnabled(dispatcher && !ended);
  showPerson();
  if (!one) return showNone();
  if (!shown_ || shown_->id != one->id) told_->clear();
  shown_ = *one;
  QStringList lines;
  lines << tr("%1, %2, %3 people")
               .arg(wordOf("request_kind", one->kind), wordOf("request_mode", one->mode))
               .arg(one->places);
  if (one->specialty) lines.last() += QStringLiteral(", ") + wordOf("specialty", *one->specialty);
  lines << tr("%1 to %2").arg(shortTime(one->starts_at), shortTime(one->ends_at));
  if (!one->place.reveal().empty()) lines << tr("Place: %1").arg(qs(one->place));
  if (!one->contact.reveal().empty()) lines << tr("Contact there: %1").arg(qs(one->contact));
  if (!one->details.reveal().empty()) lines << qs(one->details);
  for (const auto& each : one->assignments)
    lines << tr("%1: %2").arg(qs(each.volunteer_name), wordOf("assignment_state", each.state));
  detail_->setText(lines.join(QLatin1Char('\n')));
  readCandidates();
}

void RequestsPanel::showNone() {
  const auto& all = of_.model().requests();
  detail_->setText(emptyWords(all.state(), tr("No request is chosen.")));
  readCandidates();
  if (!shown_ || all.state() != client::loading::loaded) return; // locked: it may come back
  const auto before = *std::exchange(shown_, std::nullopt);
  const QString number = (before.confidential ? tr("secret %1") : QStringLiteral("%1")).arg(before.number);
  const auto* now = all.find(before.id.value);
  if (!now) return told_->setText(tr("No. %1 is not there any more, or you may not see it.").arg(number));
  if (now->state == before.state) return told_->clear(); // only hidden
  QString what = now->state == request_state::cancelled ? tr("No. %1 was cancelled.").arg(number)
                                                        : tr("No. %1 has ended.").arg(number);
  if (now->cancelled_because) what += QLatin1Char(' ') + tr("Reason: %1").arg(qs(*now->cancelled_because));
  told_->setText(what);
}

bool RequestsPanel::mayCall() const {
  const auto* one = chosen();
  return one && !hasEnded(*one) && (of_.has(role::lead) || of_.has(role::coordinator));
}

// The people belong to one request: those of another are never among them.
void RequestsPanel::readCandidates() {
  QString which = mayCall() ? list_->chosen() : QString();
  if (which != asked_for_) people_->forget();
  asked_for_ = which;
  if (which.isEmpty()) return;
  of_.candidates(ss(which), [self = QPointer(this), which](link::outcome<std::vector<candidate>> got) {
    if (self && got && self->asked_for_ == which) self->showCandidates(*got);
  });
}

void RequestsPanel::showCandidates(const std::vector<candidate>& all) {
  const auto* wanted = chosen();
  auto fits = [&](const candidate& who) {
    if (wanted)
      for (const auto& each : wanted->assignments)
        if (each.volunteer == who.volunteer && each.state != assignment_state::released)
          return tr("has this request: %1").arg(wordOf("assignment_state", each.state));
    return who.refusal ? word("refusal", *who.refusal) : tr("yes");
  };
  people_->begin();
  for (const auto& each : all) {
    QStringList languages;
    for (const auto& one : each.spoken) languages << languageName(of_.model(), one.language.value);
    people_->add(qs(each.volunteer.value),
                 {qs(each.name), qs(each.phone), languages.join(QStringLiteral(", ")),
                  wordOf("presence", each.presence), fits(each),
                  each.last_call ? wordOf("call_result", *each.last_call) : QString()},
                 each.refusal.has_value());
  }
  people_->finish();
}

void RequestsPanel::showPerson() {
  QString name = people_->chosenCell(0);
  calls_->setText(name.isEmpty() ? tr("On the telephone:") : tr("%1 on the telephone:").arg(name));
  for (auto* each : on_person_) each->setEnabled(mayCall() && !name.isEmpty());
}

Then<request_view> RequestsPanel::done() {
  return [self = QPointer(this)](link::outcome<request_view> got) {
    if (!self) return;
    if (!got) warn(self, got.error());
    self->readCandidates();
  };
}

void RequestsPanel::call(call_result outcome) {
  if (people_->chosen().isEmpty()) return;
  of_.recordCall(ss(asked_for_), {{ss(people_->chosen())}, outcome}, done());
}

void RequestsPanel::offer() {
  if (people_->chosen().isEmpty()) return;
  of_.assign(ss(asked_for_), {{ss(people_->chosen())}, false}, done());
}

void RequestsPanel::moveOn(const char* step) {
  of_.moveOn(ss(list_->chosen()), step, {}, done());
}

void RequestsPanel::cancel() {
  auto* dialog = new FormDialog(tr("Cancel the request"), tr("Cancel the request"), this);
  auto* reason = new QLineEdit(dialog);
  dialog->form()->addRow(tr("&Reason"), reason);
  connect(dialog, &FormDialog::submitted, dialog, [this, dialog, reason, which = ss(list_->chosen())] {
    dialog->send<request_view>(of_, [&](Then<request_view> done) {
      return of_.cancelRequest(which, {ss(reason->text().trimmed())}, std::move(done));
    });
  });
  dialog->open();
}

} // namespace kotobashi::desktop

#include "client/desktop/log_panel.hpp"

#include "client/desktop/record_table.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QGridLayout>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace kotobashi::desktop {

LogPanel::LogPanel(Gateway& of, QWidget* parent) : QWidget(parent), of_(of) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  auto* row = new QGridLayout;
  int place = 0;
  auto edit = [&](const QString& label, int stretch) {
    auto* made = new QLineEdit(this);
    auto* name = new QLabel(label, this);
    name->setBuddy(made);
    row->addWidget(name, 0, place);
    row->addWidget(made, 1, place);
    row->setColumnStretch(place++, stretch);
    return made;
  };
  from_ = edit(tr("&From"), 1);
  to_ = edit(tr("&To"), 1);
  medium_ = edit(tr("&Medium"), 1);
  content_ = edit(tr("&What happened"), 4);
  add_ = new QPushButton(tr("&Add"), this);
  row->addWidget(add_, 1, place);
  problem_ = new QLabel(this);
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->hide();
  list_ = new RecordTable(
      {tr("No."), tr("Time"), tr("From"), tr("To"), tr("Medium"), tr("What happened"), tr("Done about it")},
      5, tr("Log"), this);
  column->addLayout(row);
  column->addWidget(problem_);
  column->addWidget(list_, 1);
  connect(add_, &QPushButton::clicked, this, &LogPanel::add);
  connect(content_, &QLineEdit::returnPressed, this, &LogPanel::add);
  connect(&of_, &Gateway::changed, this, [this](client::part part) {
    if (part == client::part::log) refresh();
  });
  refresh();
}

void LogPanel::refresh() {
  list_->begin();
  std::vector<const log_entry*> rows;
  for (const auto& [id, each] : of_.model().log()) rows.insert(rows.begin(), &each);
  for (const auto* each : rows)
    list_->add(qs(each->id.value), {QString::number(each->number), shortTime(each->at), qs(each->from),
                                    qs(each->to), qs(each->medium), qs(each->content), qs(each->action)});
  list_->finish();
}

void LogPanel::add() {
  if (!add_->isEnabled()) return; // Enter, while the line before has no reply
  new_log_entry input;
  input.content = ss(content_->text().trimmed());
  if (input.content.empty()) return content_->setFocus();
  auto optional = [](const QLineEdit* edit) { return ss(edit->text().trimmed()); };
  if (auto value = optional(from_); !value.empty()) input.from = value;
  if (auto value = optional(to_); !value.empty()) input.to = value;
  if (auto value = optional(medium_); !value.empty()) input.medium = value;
  add_->setEnabled(false);
  std::vector<std::pair<QLineEdit*, QString>> sent;
  for (auto* each : {from_, to_, medium_, content_}) sent.emplace_back(each, each->text());
  of_.addLogEntry(input, [self = QPointer(this), sent](link::outcome<log_entry> got) {
    if (!self) return;
    self->add_->setEnabled(true);
    self->problem_->setVisible(!got);
    if (!got) return self->problem_->setText(explain(got.error()));
    bool next = std::ranges::any_of(sent, [](const auto& each) { return each.first->text() != each.second; });
    if (next) return; // somebody types the next line already
    for (const auto& [edit, text] : sent) edit->clear();
    self->from_->setFocus();
  });
}

} // namespace kotobashi::desktop

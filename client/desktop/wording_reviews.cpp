#include "client/desktop/wording_reviews.hpp"

#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPointer>
#include <QVBoxLayout>

#include <utility>

namespace kotobashi::desktop {

WordingReviews::WordingReviews(Gateway& of, QWidget* parent) : QWidget(parent), of_(of) {
  auto* column = new QVBoxLayout(this);
  auto* legend = new QLabel(tr("What is accepted stands in notices that are made from then on. All of it is "
                               "kept as the text’s history."),
                            this);
  legend->setWordWrap(true);
  table_ = new QTreeWidget(this);
  table_->setRootIsDecorated(false);
  table_->setWordWrap(true);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setAccessibleName(tr("Texts that volunteers checked"));
  table_->setHeaderLabels({tr("Language"), tr("Japanese"), tr("Text now"), tr("Volunteer says"), tr("By")});
  problem_ = new QLabel(tr("Reading …"), this);
  problem_->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  right_ = new QPushButton(tr("&Select all that are right"), this);
  accept_ = new QPushButton(tr("&Accept"), this);
  decline_ = new QPushButton(tr("&Decline"), this);
  accept_->setObjectName(QStringLiteral("primary"));
  buttons->addWidget(right_);
  buttons->addStretch();
  buttons->addWidget(decline_);
  buttons->addWidget(accept_);
  column->addWidget(legend);
  column->addWidget(table_, 1);
  column->addWidget(problem_);
  column->addLayout(buttons);
  connect(right_, &QPushButton::clicked, this, &WordingReviews::selectRight);
  connect(accept_, &QPushButton::clicked, this, [this] { decideSelected(true); });
  connect(decline_, &QPushButton::clicked, this, [this] { decideSelected(false); });
  connect(table_, &QTreeWidget::itemSelectionChanged, this, &WordingReviews::enable);
  enable();
  read();
}

bool WordingReviews::mayDecide() const {
  return of_.has(role::lead) || of_.has(role::coordinator) || of_.has(role::editor);
}

void WordingReviews::enable() {
  bool free = mayDecide() && left_.empty();
  right_->setEnabled(free && !all_.empty());
  for (auto* each : {accept_, decline_}) each->setEnabled(free && !table_->selectedItems().isEmpty());
}

void WordingReviews::read() {
  of_.wordingReviews([self = QPointer(this)](link::outcome<std::vector<wording_review_view>> got) {
    if (!self) return;
    if (!got) return self->failed(explain(got.error()));
    self->show(std::move(*got));
  });
}

void WordingReviews::show(std::vector<wording_review_view> all) {
  all_ = std::move(all);
  table_->clear();
  for (const auto& each : all_) {
    QString said = each.said ? qs(each.said->value) : tr("It is right");
    new QTreeWidgetItem(table_, {languageName(of_.model(), each.language.value), qs(each.source.value),
                                 qs(each.was.value), said, qs(each.by.value_or(""))});
  }
  for (int i : {1, 2, 3}) table_->setColumnWidth(i, 260);
  table_->resizeColumnToContents(0);
  bool stuck = std::exchange(skipped_, false) && !all_.empty();
  problem_->setText(stuck
                        ? tr("What could not be accepted is about a text that is another by now: decline it.")
                        : tr("Nothing waits for a decision."));
  problem_->setVisible(stuck || all_.empty());
  enable();
  Q_EMIT counted(static_cast<int>(all_.size()));
}

void WordingReviews::selectRight() {
  for (int i = 0; i < table_->topLevelItemCount(); ++i)
    table_->topLevelItem(i)->setSelected(!all_[static_cast<std::size_t>(i)].said);
}

void WordingReviews::decideSelected(bool accept) {
  accepting_ = accept;
  left_.clear();
  for (int i = 0; i < table_->topLevelItemCount(); ++i)
    if (table_->topLevelItem(i)->isSelected()) left_.push_back(all_[static_cast<std::size_t>(i)]);
  decideNext();
}

// One after the other. Another decision about the same text may have come first, or the pack may say
// something else by now: that one is left.
void WordingReviews::decideNext() {
  enable();
  if (left_.empty()) return read();
  auto next = std::move(left_.back());
  left_.pop_back();
  of_.decideWording(next, accepting_, [self = QPointer(this)](link::outcome<wording_review_view> got) {
    if (!self) return;
    if (got) return self->decideNext();
    if (got.error().is(refusal_code::wrong_state)) {
      self->skipped_ = true;
      return self->decideNext();
    }
    self->left_.clear();
    self->enable();
    self->failed(explain(got.error()));
  });
}

void WordingReviews::failed(const QString& why) {
  problem_->setObjectName(QStringLiteral("problem"));
  problem_->setText(why);
  problem_->show();
}

} // namespace kotobashi::desktop

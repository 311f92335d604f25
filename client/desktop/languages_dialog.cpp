#include "client/desktop/languages_dialog.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/wording_reviews.hpp"
#include "client/desktop/words.hpp"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>

namespace kotobashi::desktop {

namespace {
std::array<std::int64_t, 4> counts(const client::text_counts& of) {
  return {of.missing, of.drafted, of.checked, of.outdated};
}
} // namespace

LanguagesDialog::LanguagesDialog(Gateway& of, QWidget* parent) : QDialog(parent), of_(of) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Languages"));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  resize(onScreen(this, {1180, 660}));
  auto* column = new QVBoxLayout(this);
  auto* tabs = new QTabWidget(this);
  tabs->addTab(makeTable(), tr("How far every language is"));
  auto* reviews = new WordingReviews(of_, this);
  tabs->addTab(reviews, tr("Checked by volunteers"));
  connect(reviews, &WordingReviews::counted, this, [tabs](int open) {
    tabs->setTabText(1, open ? tr("Checked by volunteers (%1)").arg(open) : tr("Checked by volunteers"));
  });
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  column->addWidget(tabs, 1);
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QWidget* LanguagesDialog::makeTable() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  auto* legend = new QLabel(tr("Drafted: nobody who speaks the language has confirmed it yet. Outdated: the "
                               "Japanese was changed since."),
                            this);
  legend->setWordWrap(true);
  table_ = new QTreeWidget(this);
  table_->setObjectName(QStringLiteral("languages"));
  table_->setRootIsDecorated(false);
  table_->setUniformRowHeights(true);
  table_->setAccessibleName(tr("How far every language is"));
  QStringList headers{tr("Language"), tr("Topics\nready")};
  for (const QString& part : {tr("Phrases"), tr("Terms"), tr("Pages")})
    for (const QString& state : {tr("missing"), tr("drafted"), tr("checked"), tr("outdated")})
      headers << part + QLatin1Char('\n') + state;
  table_->setHeaderLabels(headers);
  table_->header()->setDefaultAlignment(Qt::AlignCenter);
  problem_ = new QLabel(tr("Reading …"), this);
  problem_->setWordWrap(true);
  column->addWidget(legend);
  column->addWidget(table_, 1);
  column->addWidget(problem_);
  of_.languageStatus([self = QPointer(this)](link::outcome<std::vector<client::language_status>> got) {
    if (!self) return;
    self->problem_->setVisible(!got);
    if (got) return self->show(*got);
    self->problem_->setObjectName(QStringLiteral("problem"));
    self->problem_->setText(explain(got.error()));
  });
  return page;
}

void LanguagesDialog::show(const std::vector<client::language_status>& all) {
  for (const auto& each : all) {
    QStringList cells{languageName(of_.model(), each.language.value),
                      tr("%1 of %2").arg(each.topics_ready).arg(each.topics)};
    for (const auto* part : {&each.phrases, &each.terms, &each.pages})
      for (auto count : counts(*part)) cells << QString::number(count);
    auto* row = new QTreeWidgetItem(table_, cells);
    for (int i = 1; i < cells.size(); ++i) row->setTextAlignment(i, Qt::AlignRight | Qt::AlignVCenter);
    bool complete = each.topics_ready == each.topics;
    QFont font = row->font(1);
    font.setBold(!complete);
    row->setFont(1, font);
  }
  for (int i = 0; i < table_->columnCount(); ++i) table_->resizeColumnToContents(i);
}

} // namespace kotobashi::desktop

#include "client/desktop/import_dialog.hpp"

#include "client/desktop/dialogs.hpp"
#include "client/desktop/text.hpp"
#include "client/desktop/words.hpp"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPointer>
#include <QVBoxLayout>

namespace kotobashi::desktop {

ImportDialog::ImportDialog(Gateway& of, std::string csv, QWidget* parent)
    : QDialog(parent), of_(of), csv_(std::move(csv)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Import a roster"));
  resize(onScreen(this, {820, 520}));
  auto* column = new QVBoxLayout(this);
  summary_ = new QLabel(tr("Reading …"), this);
  summary_->setWordWrap(true);
  rows_ = new QTreeWidget(this);
  rows_->setRootIsDecorated(false);
  rows_->setHeaderLabels({tr("Line"), tr("Column"), tr("What is wrong"), QString()});
  rows_->header()->setSectionResizeMode(2, QHeaderView::Stretch);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  import_ = buttons->button(QDialogButtonBox::Ok);
  import_->setText(tr("Import the good rows"));
  import_->setEnabled(false);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
  column->addWidget(summary_);
  column->addWidget(rows_, 1);
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] { ask(false); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  ask(true);
}

void ImportDialog::ask(bool dryRun) {
  import_->setEnabled(false);
  of_.importRoster(csv_, dryRun, [self = QPointer(this)](link::outcome<import_outcome> got) {
    if (!self) return;
    if (got) return self->show(*got);
    self->summary_->setText(
        explain(got.error()) +
        (got.error().refused ? QStringLiteral("\n") + qs(got.error().refused->detail) : QString()));
  });
}

void ImportDialog::show(const import_outcome& from) {
  summary_->setText(from.dry_run ? tr("%1 rows are good, %2 cannot be read, %3 are empty. Character set: %4. "
                                      "Nothing has been imported yet.")
                                       .arg(from.accepted)
                                       .arg(from.rejected.size())
                                       .arg(from.blank)
                                       .arg(qs(from.charset))
                                 : tr("%1 people were imported.").arg(from.accepted));
  rows_->clear();
  auto add = [&](const rejected_row& each, const QString& kind) {
    rows_->addTopLevelItem(
        new QTreeWidgetItem({QString::number(each.line), qs(each.field), qs(each.detail), kind}));
  };
  for (const auto& each : from.rejected) add(each, tr("not imported"));
  for (const auto& each : from.warnings) add(each, tr("look at it"));
  for (int i : {0, 1, 3}) rows_->resizeColumnToContents(i);
  import_->setEnabled(from.dry_run && from.accepted > 0);
}

} // namespace kotobashi::desktop

#include "client/desktop/record_table.hpp"

#include <QHeaderView>

namespace kotobashi::desktop {

RecordTable::RecordTable(const QStringList& headers, int stretched, const QString& name, QWidget* parent)
    : QTreeWidget(parent), stretched_(stretched) {
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setHeaderLabels(headers);
  setAccessibleName(name);
  header()->setStretchLastSection(false);
  header()->setSectionResizeMode(stretched_, QHeaderView::Stretch);
  connect(this, &QTreeWidget::currentItemChanged, this, &RecordTable::chosenChanged);
}

QString RecordTable::chosen() const {
  return currentItem() ? currentItem()->data(0, Qt::UserRole).toString() : QString();
}

void RecordTable::choose(const QString& id) {
  for (int i = 0; i < topLevelItemCount(); ++i)
    if (topLevelItem(i)->data(0, Qt::UserRole).toString() == id) setCurrentItem(topLevelItem(i));
}

void RecordTable::begin() {
  kept_ = chosen();
  blockSignals(true);
  clear();
}

void RecordTable::add(const QString& id, const QStringList& cells, bool quiet) {
  auto* item = new QTreeWidgetItem(cells);
  item->setData(0, Qt::UserRole, id);
  if (quiet)
    for (int i = 0; i < columnCount(); ++i)
      item->setForeground(i, palette().brush(QPalette::PlaceholderText));
  addTopLevelItem(item);
}

void RecordTable::finish() {
  choose(kept_);
  if (!currentItem() && topLevelItemCount() > 0) setCurrentItem(topLevelItem(0));
  blockSignals(false);
  for (int i = 0; i < columnCount(); ++i)
    if (i != stretched_) resizeColumnToContents(i);
  Q_EMIT chosenChanged();
}

} // namespace kotobashi::desktop

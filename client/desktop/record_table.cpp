#include "client/desktop/record_table.hpp"

#include <QHeaderView>
#include <QScrollBar>

namespace kotobashi::desktop {

RecordTable::RecordTable(const QStringList& headers, int stretched, const QString& name, QWidget* parent)
    : QTreeWidget(parent), stretched_(stretched) {
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setHeaderLabels(headers);
  setAccessibleName(name);
  header()->setStretchLastSection(false);
  header()->setSectionResizeMode(stretched_, QHeaderView::Stretch);
  // Selected and not current: Qt makes the first row current when the list gets the focus.
  connect(this, &QTreeWidget::itemSelectionChanged, this, [this] {
    wanted_ = chosen();
    Q_EMIT chosenChanged();
  });
}

QString RecordTable::chosen() const {
  auto rows = selectedItems();
  return rows.isEmpty() ? QString() : rows.first()->data(0, Qt::UserRole).toString();
}

QString RecordTable::chosenCell(int column) const {
  auto rows = selectedItems();
  return rows.isEmpty() ? QString() : rows.first()->text(column);
}

void RecordTable::choose(const QString& id) {
  clearSelection();
  wanted_ = id;
  selectWanted();
}

void RecordTable::selectWanted() {
  for (int i = 0; i < topLevelItemCount(); ++i)
    if (topLevelItem(i)->data(0, Qt::UserRole).toString() == wanted_) return setCurrentItem(topLevelItem(i));
}

void RecordTable::begin() {
  place_ = verticalScrollBar()->value();
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
  selectWanted();
  executeDelayedItemsLayout();
  verticalScrollBar()->setValue(place_);
  blockSignals(false);
  for (int i = 0; i < columnCount(); ++i)
    if (i != stretched_) resizeColumnToContents(i);
  Q_EMIT chosenChanged();
}

void RecordTable::forget() {
  wanted_.clear();
  begin();
  finish();
}

} // namespace kotobashi::desktop

#pragma once

#include <QString>
#include <QTreeWidget>

namespace kotobashi::desktop {

// A list of records that is filled anew at each change. Only people choose: what they chose is chosen while
// it is among the rows, nothing is while it is not, and it is chosen again when it comes back.
class RecordTable : public QTreeWidget {
  Q_OBJECT
public:
  RecordTable(const QStringList& headers, int stretched, const QString& name, QWidget* parent);
  QString chosen() const; // id; empty: none
  QString chosenCell(int column) const;
  void choose(const QString& id); // now, or as soon as it is there
  // Between these two, rows are added. No signal comes until finish().
  void begin();
  void add(const QString& id, const QStringList& cells, bool quiet = false);
  void finish();
  // No rows, and nothing chosen among those that come next.
  void forget();

Q_SIGNALS:
  void chosenChanged();

private:
  void selectWanted();

  QString wanted_;
  int stretched_;
  int place_ = 0; // scrolled to
};

} // namespace kotobashi::desktop

#pragma once

#include <QString>
#include <QTreeWidget>

namespace kotobashi::desktop {

// A list of records that is filled anew at each change and keeps what is chosen.
class RecordTable : public QTreeWidget {
  Q_OBJECT
public:
  RecordTable(const QStringList& headers, int stretched, const QString& name, QWidget* parent);
  QString chosen() const; // id; empty: none
  void choose(const QString& id);
  // Between these two, rows are added. No signal comes until finish().
  void begin();
  void add(const QString& id, const QStringList& cells, bool quiet = false);
  void finish();

Q_SIGNALS:
  void chosenChanged();

private:
  QString kept_;
  int stretched_;
};

} // namespace kotobashi::desktop

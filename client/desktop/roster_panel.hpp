#pragma once

#include "client/desktop/gateway.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

namespace kotobashi::desktop {

class RecordTable;

// 名簿: who can be asked, from a file or by hand, and their personal links.
class RosterPanel : public QWidget {
  Q_OBJECT
public:
  explicit RosterPanel(Gateway& of, QWidget* parent = nullptr);

private:
  const volunteer* chosen() const;
  void refresh();
  void importFile();
  void exportFile();
  void makeLink();
  void revoke();

  Gateway& of_;
  RecordTable* list_;
  QLineEdit* search_;
  QPushButton *import_, *export_, *add_, *edit_, *link_, *revoke_;
};

} // namespace kotobashi::desktop

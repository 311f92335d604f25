#pragma once

#include "client/desktop/gateway.hpp"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

namespace kotobashi::desktop {

// First says what would come of the file, row by row; imports only then.
class ImportDialog : public QDialog {
  Q_OBJECT
public:
  ImportDialog(Gateway& of, std::string csv, QWidget* parent);

private:
  void ask(bool dryRun);
  void show(const import_outcome& from);

  Gateway& of_;
  std::string csv_;
  QLabel* summary_;
  QTreeWidget* rows_;
  QPushButton* import_;
};

} // namespace kotobashi::desktop

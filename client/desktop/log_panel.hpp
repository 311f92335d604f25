#pragma once

#include "client/desktop/gateway.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

namespace kotobashi::desktop {

class RecordTable;

// 記録（クロノロジー）: what happened, as people wrote it down.
class LogPanel : public QWidget {
  Q_OBJECT
public:
  explicit LogPanel(Gateway& of, QWidget* parent = nullptr);

private:
  void refresh();
  void add();

  Gateway& of_;
  RecordTable* list_;
  QLineEdit *from_, *to_, *medium_, *content_;
  QPushButton* add_;
  QLabel* problem_;
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/gateway.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QWidget>

namespace kotobashi::desktop {

class RecordTable;

// 相談: what people ask, what was answered, and against which source.
class InquiriesPanel : public QWidget {
  Q_OBJECT
public:
  explicit InquiriesPanel(Gateway& of, QWidget* parent = nullptr);
  void select(const QString& id);

Q_SIGNALS:
  void requestWanted(const kotobashi::inquiry_view& from);

private:
  QWidget* buildDetail();
  const inquiry_view* chosen() const;
  void refresh();
  void showChosen();
  void answer();
  void changeState(int index);

  Gateway& of_;
  RecordTable* list_;
  QCheckBox* all_;
  QLabel* detail_;
  QComboBox* state_;
  QPlainTextEdit* answer_;
  QLineEdit* source_;
  QPushButton *new_, *send_, *request_;
  QLabel* problem_;
  QString answering_; // the inquiry that the typed answer belongs to
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/dialogs.hpp"
#include "client/desktop/gateway.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace kotobashi::desktop {

class CheckListField;
class TimeField;

// 設置: for real or as a drill. Real is never the default that somebody slips into: it has to be chosen.
class OpenDialog : public FormDialog {
  Q_OBJECT
public:
  OpenDialog(Gateway& of, const new_activation& from, QWidget* parent);

private:
  void submit();
  void ask(const refusal& why);

  Gateway& of_;
  new_activation input_;
  QComboBox *mode_, *hazard_;
  QLineEdit* title_;
  TimeField* occurred_;
  QCheckBox *despite_, *ends_drill_;
};

// 閉鎖: typed, not clicked, and with what is still open in sight.
class CloseDialog : public FormDialog {
  Q_OBJECT
public:
  CloseDialog(Gateway& of, QWidget* parent);

private:
  static QString openWork(const Gateway& of);
};

// 派遣の再開: for which areas, and until when.
class DispatchDialog : public FormDialog {
  Q_OBJECT
public:
  DispatchDialog(Gateway& of, QWidget* parent);
};

} // namespace kotobashi::desktop

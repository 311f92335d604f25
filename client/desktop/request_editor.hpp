#pragma once

#include "client/desktop/dialogs.hpp"
#include "client/desktop/gateway.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace kotobashi::desktop {

// What is needed: an interpreter, a translator, somebody to go along.
class RequestEditor : public FormDialog {
  Q_OBJECT
public:
  RequestEditor(Gateway& of, QWidget* parent);
  void fromInquiry(const inquiry_view& from);
  void reject() override;

private:
  void submit();

  Gateway& of_;
  std::optional<id<inquiry>> inquiry_;
  QComboBox *kind_, *mode_, *language_, *specialty_, *area_, *gender_;
  QLineEdit *summary_, *place_, *contact_;
  QPlainTextEdit* details_;
  QDateTimeEdit *from_, *to_;
  QSpinBox* places_;
  QCheckBox* confidential_;
  QStringList untyped_; // what all inputs held at the start
};

} // namespace kotobashi::desktop

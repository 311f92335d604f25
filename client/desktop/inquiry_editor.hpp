#pragma once

#include "client/desktop/dialogs.hpp"
#include "client/desktop/gateway.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

namespace kotobashi::desktop {

// Records an inquiry. Who may see it is chosen first; only then the field for the text opens.
class InquiryEditor : public FormDialog {
  Q_OBJECT
public:
  InquiryEditor(Gateway& of, QWidget* parent);
  void reject() override;

private:
  void visibilityChosen();
  void submit();

  Gateway& of_;
  QComboBox *visibility_, *emergency_, *channel_, *language_, *area_, *topic_, *tourist_;
  QListWidget* people_;
  QPlainTextEdit* content_;
  QLineEdit* contact_;
  QStringList untyped_; // what all inputs held at the start
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/dialogs.hpp"
#include "client/desktop/gateway.hpp"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace kotobashi::desktop {

class CheckListField;

// One person of the roster.
class VolunteerEditor : public FormDialog {
  Q_OBJECT
public:
  VolunteerEditor(Gateway& of, const volunteer* edited, QWidget* parent);
  void reject() override;

private:
  volunteer_fields typed() const;
  void submit();

  Gateway& of_;
  std::optional<volunteer> edited_;
  QLineEdit *number_, *name_, *kana_, *phone_, *email_, *area_, *hours_;
  CheckListField *spoken_, *written_, *does_, *specialties_;
  QComboBox *gender_, *state_, *presence_;
  QPlainTextEdit* note_;
  QStringList untyped_; // what all inputs held at the start
};

} // namespace kotobashi::desktop

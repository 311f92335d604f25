#pragma once

#include "client/link/failure.hpp"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

// What the small dialogs have in common: a form, a line for what went wrong, and two buttons.
namespace kotobashi::desktop {

class FormDialog : public QDialog {
  Q_OBJECT
public:
  FormDialog(const QString& title, const QString& accept, QWidget* parent);
  QFormLayout* form() { return form_; }
  QPushButton* acceptButton() { return buttons_->button(QDialogButtonBox::Ok); }
  void setIntroduction(const QString& text);
  void showProblem(const QString& text);
  void showProblem(const link::failure& why);

Q_SIGNALS:
  // The accept button. The dialog stays open until its owner closes it: what was typed is not lost when the
  // server refuses.
  void submitted();

private:
  QLabel* introduction_;
  QFormLayout* form_;
  QLabel* problem_;
  QDialogButtonBox* buttons_;
};

// Shows why something did not happen.
void warn(QWidget* parent, const link::failure& why);

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/gateway.hpp"
#include "client/link/failure.hpp"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

#include <functional>
#include <optional>

// What the small dialogs have in common: a form, a line for what went wrong, and two buttons.
namespace kotobashi::desktop {

// Whoever closes the dialog before the call has its answer takes the call back, and is told where it may have
// happened all the same.
void takeBackOnClose(Gateway& to, link::call_id which, QDialog* dialog);

class FormDialog : public QDialog {
  Q_OBJECT
public:
  FormDialog(const QString& title, const QString& accept, QWidget* parent);
  QFormLayout* form() { return form_; }
  QPushButton* acceptButton() { return accept_; }
  QPushButton* cancelButton() { return cancel_; }
  void setIntroduction(const QString& text);
  void showProblem(const QString& text);
  void showProblem(const link::failure& why);

  // Asks the server for one change: `ask` makes the call with the handler that it is given. The accept button
  // rests until the reply, which closes the dialog or is explained in it, after `refused` has seen it.
  // Whoever closes the dialog before takes the change back.
  template <class T>
  void send(Gateway& to, const std::function<link::call_id(Then<T>)>& ask,
            std::function<void(const link::failure&)> refused = {}) {
    begin();
    const auto call = ask([self = QPointer(this), refused = std::move(refused)](link::outcome<T> got) {
      if (self) self->end(got ? std::nullopt : std::optional(got.error()), refused);
    });
    takeBackOnClose(to, call, this);
  }

Q_SIGNALS:
  // The accept button. The dialog stays open until its owner closes it: what was typed is not lost when the
  // server refuses.
  void submitted();

protected:
  void showEvent(QShowEvent* event) override;

private:
  void begin();
  void end(const std::optional<link::failure>& why, const std::function<void(const link::failure&)>& refused);

  QLabel* introduction_;
  QFormLayout* form_;
  QLabel *waiting_, *problem_;
  QDialogButtonBox* buttons_;
  QPushButton *accept_, *cancel_;
  QTimer slow_;
};

// Shows why something did not happen.
void warn(QWidget* parent, const link::failure& why);

// At most nine tenths of the screen.
QSize onScreen(const QWidget* of, QSize wanted);

} // namespace kotobashi::desktop

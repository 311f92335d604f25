#pragma once

#include "client/desktop/gateway.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

namespace kotobashi::desktop {

// The first page, and the one that covers the others while the window is locked.
class SignInPage : public QWidget {
  Q_OBJECT
public:
  SignInPage(Gateway& to, const QString& server, QWidget* parent = nullptr);
  // Why the page is shown again: locked, signed out, or nothing.
  void setReason(const QString& reason, const QString& account);

Q_SIGNALS:
  void signedIn();

private:
  void submit();

  Gateway& to_;
  QLabel *reason_, *problem_;
  QLineEdit *account_, *password_;
  QPushButton* button_;
};

} // namespace kotobashi::desktop

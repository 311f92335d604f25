#pragma once

#include "client/desktop/gateway.hpp"

#include <QDialog>
#include <QListWidget>
#include <QMainWindow>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

#include <map>
#include <vector>

namespace kotobashi::desktop {

class SignInPage;

// The window: state on top, places to go on the left, one panel at a time. Locks itself when nobody has
// touched it for a while; what was typed stays behind the lock, for the same person only: each who signs in
// has panels and open dialogs of their own.
class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  MainWindow(Gateway& of, const QString& server, QWidget* parent = nullptr);
  void lock();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

private:
  struct Desk {
    QStackedWidget* panels = nullptr;
    std::vector<QPointer<QDialog>> open; // while it is locked
  };
  Desk buildDesk();
  void enter();
  void leaveDesk();
  void showSignIn(const QString& reason);
  bool isLocked() const;
  void holdBack(QWidget* window);
  void tellTakenBack();

  Gateway& of_;
  QStackedWidget *pages_, *panels_; // panels_: one stack of panels for each desk
  SignInPage* sign_in_;
  QWidget* inside_;
  QListWidget* places_;
  QPushButton* user_;
  std::map<QString, Desk> desks_;
  QTimer idle_;
  QString last_account_;
};

inline constexpr int lockAfterMinutes = 10;

} // namespace kotobashi::desktop

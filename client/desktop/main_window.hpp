#pragma once

#include "client/desktop/gateway.hpp"

#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

namespace kotobashi::desktop {

class SignInPage;

// The window: state on top, places to go on the left, one panel at a time. Locks itself when nobody has
// touched it for a while; what was typed stays behind the lock, for the same person only.
class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  MainWindow(Gateway& of, const QString& server, QWidget* parent = nullptr);
  void lock();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

private:
  void buildPanels();
  void enter();
  void addPanel(const QString& name, QWidget* panel);
  void showSignIn(const QString& reason);

  Gateway& of_;
  QStackedWidget *pages_, *panels_;
  SignInPage* sign_in_;
  QWidget* inside_;
  QListWidget* places_;
  QPushButton* user_;
  QTimer idle_;
  QString last_account_;
};

inline constexpr int lockAfterMinutes = 10;

} // namespace kotobashi::desktop

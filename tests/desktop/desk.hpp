#pragma once

#include "client/desktop/gateway.hpp"
#include "client/desktop/main_window.hpp"
#include "tests/support/center/center.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QString>

#include <filesystem>
#include <memory>

namespace kotobashi::test {

// Qt's, drawing to memory.
QApplication& application();

// Runs the event loop until the condition holds; a minute at the most.
template <class Condition>
bool eventually(Condition holds) {
  QElapsedTimer clock;
  clock.start();
  while (!holds() && clock.elapsed() < 60'000) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
  return holds();
}

// A center and a window on it, signed in as the lead.
struct desk {
  explicit desk(const std::filesystem::path& langpacks = source_directory() / "langpacks");
  QString state() const; // as the state bar says it
  void sign_in();        // as the lead, on the page for that
  QPushButton* button(QWidget* in, const QString& text) const;

  running_center center;
  std::unique_ptr<desktop::Gateway> gateway;
  std::unique_ptr<desktop::MainWindow> window;
};

} // namespace kotobashi::test

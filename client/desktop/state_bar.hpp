#pragma once

#include "client/desktop/gateway.hpp"

#include <QFrame>
#include <QLabel>

namespace kotobashi::desktop {

// The band on top: closed, active for real, or a drill, in words, colour and pattern; and whether the server
// is there.
class StateBar : public QFrame {
  Q_OBJECT
public:
  explicit StateBar(Gateway& of, QWidget* parent = nullptr);
  void refresh();

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void showTitle(); // as much as there is room for

  Gateway& of_;
  QLabel *state_, *title_, *link_;
  QString whole_title_;
  bool drill_ = false;
};

} // namespace kotobashi::desktop

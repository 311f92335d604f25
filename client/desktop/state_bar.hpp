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

private:
  Gateway& of_;
  QLabel *state_, *title_, *link_;
  bool drill_ = false;
};

} // namespace kotobashi::desktop

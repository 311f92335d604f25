#pragma once

#include "client/desktop/gateway.hpp"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QWidget>

namespace kotobashi::desktop {

// Where the center stands, what needs somebody's eye, and the lead's steps: open, close, dispatch, and what
// the news means.
class OverviewPanel : public QWidget {
  Q_OBJECT
public:
  explicit OverviewPanel(Gateway& of, QWidget* parent = nullptr);

Q_SIGNALS:
  void noticeWanted(const kotobashi::suggestion& from);
  void recordWanted(const QString& entity, const QString& id);

private:
  void refresh();
  void showCounters();
  void showAttentions();
  void showMachine();
  void news();
  void openCenter();
  void closeCenter();
  void setDispatch();
  void showReport();
  bool isOpen() const;
  bool isSecret(const attention& one) const;

  Gateway& of_;
  QLabel *counters_, *machine_, *dispatch_, *left_out_;
  QListWidget* attentions_;
  QPushButton *news_, *open_, *close_, *dispatch_button_, *report_, *languages_, *accounts_;
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/gateway.hpp"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace kotobashi::desktop {

class RecordTable;

// 依頼・派遣: who is needed where, who could go, and what they said on the telephone.
class RequestsPanel : public QWidget {
  Q_OBJECT
public:
  explicit RequestsPanel(Gateway& of, QWidget* parent = nullptr);
  void startRequest(const inquiry_view& from);
  void select(const QString& id);

private:
  QWidget* buildDetail();
  const request_view* chosen() const;
  void refresh();
  void showChosen();
  void showNone();
  void readCandidates();
  void showCandidates(const std::vector<candidate>& all);
  void showPerson();
  bool mayCall() const;
  void call(call_result outcome);
  void offer();
  void moveOn(const char* step);
  void cancel();
  Then<request_view> done();

  Gateway& of_;
  RecordTable *list_, *people_;
  QCheckBox* all_;
  QLabel *told_, *detail_, *calls_;
  QPushButton *new_, *approve_, *release_, *start_, *finish_, *cancel_;
  std::vector<QPushButton*> on_person_;
  QString asked_for_;
  std::optional<request_view> shown_; // as it was when it was shown last
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/gateway.hpp"

#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

namespace kotobashi::desktop {

// What volunteers said of prepared texts and nobody has decided about: to be accepted or declined, several at
// a time.
class WordingReviews : public QWidget {
  Q_OBJECT
public:
  explicit WordingReviews(Gateway& of, QWidget* parent = nullptr);

Q_SIGNALS:
  void counted(int open);

private:
  void read();
  void show(std::vector<wording_review_view> all);
  void selectRight();
  void decideSelected(bool accept);
  void decideNext();
  void failed(const QString& why);
  bool mayDecide() const;
  void enable();

  Gateway& of_;
  QTreeWidget* table_;
  QPushButton *right_, *accept_, *decline_;
  QLabel* problem_;
  std::vector<wording_review_view> all_;  // in the table's order
  std::vector<wording_review_view> left_; // still to be sent
  bool accepting_ = false, skipped_ = false;
};

} // namespace kotobashi::desktop

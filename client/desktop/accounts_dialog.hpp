#pragma once

#include "client/desktop/gateway.hpp"

#include <QDialog>
#include <QLabel>
#include <QPushButton>

#include <vector>

namespace kotobashi::desktop {

class RecordTable;

// Who of the staff signs in, and what each may do. For the lead.
class AccountsDialog : public QDialog {
  Q_OBJECT
public:
  explicit AccountsDialog(Gateway& of, QWidget* parent = nullptr);

private:
  void read();
  void show(std::vector<account_view> all);
  void enable();
  void disableOrEnable();
  const account_view* chosen() const;

  Gateway& of_;
  std::vector<account_view> all_;
  RecordTable* list_;
  QPushButton *roles_, *password_, *disable_;
  QLabel* problem_;
};

} // namespace kotobashi::desktop

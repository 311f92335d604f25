#pragma once

#include "client/desktop/gateway.hpp"

#include <QDialog>
#include <QLabel>
#include <QPushButton>

namespace kotobashi::desktop {

// 発信: says what goes and what does not, and sends.
class PublishDialog : public QDialog {
  Q_OBJECT
public:
  PublishDialog(Gateway& of, const notice_view& which, QWidget* parent);

private:
  void submit();
  void send(bool read_back);

  Gateway& of_;
  notice_view which_;
  QLabel* problem_;
  QPushButton* send_;
};

// The text of a critical notice in large letters. Area, order and time are confirmed one by one; that is what
// "read back" means.
class ReadBackDialog : public QDialog {
  Q_OBJECT
public:
  ReadBackDialog(const QString& japanese, QWidget* parent);
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/dialogs.hpp"

#include <QCheckBox>
#include <QScrollBar>

#include <vector>

namespace kotobashi::desktop {

// 発信: says what goes and what does not, and sends.
class PublishDialog : public FormDialog {
  Q_OBJECT
public:
  PublishDialog(Gateway& of, const notice_view& which, QWidget* parent);

private:
  void submit();
  void publish(bool read_back);

  Gateway& of_;
  notice_view which_;
};

// The text of a critical notice in large letters. Area, order and time are confirmed one by one, once the end
// of the text has been in sight; that is what "read back" means.
class ReadBackDialog : public QDialog {
  Q_OBJECT
public:
  ReadBackDialog(const Gateway& of, const QString& japanese, QWidget* parent);

protected:
  void showEvent(QShowEvent* event) override;

private:
  void enableAtTheEnd();

  QScrollBar* place_;
  std::vector<QCheckBox*> boxes_;
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/gateway.hpp"

#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QWidget>

namespace kotobashi::desktop {

class NoticeEditor;
class RecordTable;

// お知らせ: what is out, what waits, and what each says in every language.
class NoticesPanel : public QWidget {
  Q_OBJECT
public:
  explicit NoticesPanel(Gateway& of, QWidget* parent = nullptr);
  void startNotice(const suggestion& from);
  void select(const QString& id);

private:
  NoticeEditor* newEditor();
  const notice_view* chosen() const;
  void refresh();
  void showChosen();
  void publish();
  void correct();
  void withdraw();

  Gateway& of_;
  RecordTable* list_;
  QTextBrowser* text_;
  QPushButton *new_, *publish_, *correct_, *withdraw_;
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/gateway.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QWidget>

#include <map>
#include <set>

namespace kotobashi::desktop {

class RecordTable;

// 相談: what people ask, what was answered, and against which source.
class InquiriesPanel : public QWidget {
  Q_OBJECT
public:
  explicit InquiriesPanel(Gateway& of, QWidget* parent = nullptr);
  void select(const QString& id);

Q_SIGNALS:
  void requestWanted(const kotobashi::inquiry_view& from);

private:
  struct Draft {
    QString answer, source;
  };
  struct Shown {
    std::string id;
    QString number;
    inquiry_state state{};
  };

  QWidget* buildDetail();
  const inquiry_view* chosen() const;
  void refresh();
  void showChosen();
  void showNone();
  void showDraft(const QString& id);
  void keepDraft();
  void answer();
  void answered(const QString& id, const QString& number, const link::outcome<inquiry_view>& got);
  void changeState();

  Gateway& of_;
  RecordTable* list_;
  QCheckBox* all_;
  QLabel *told_, *detail_, *heading_;
  QComboBox* state_;
  QPlainTextEdit* answer_;
  QLineEdit* source_;
  QPushButton *new_, *change_, *send_, *request_;
  QLabel* problem_;
  std::map<QString, Draft> drafts_; // answers that were typed and not sent, by inquiry
  std::set<QString> sending_;       // inquiries whose answer is on its way
  QString writing_;                 // the inquiry whose draft the fields show
  QString stays_;                   // ended by this desk: its row stays until another is chosen
  std::optional<Shown> shown_;      // as it was when it was shown last
};

} // namespace kotobashi::desktop

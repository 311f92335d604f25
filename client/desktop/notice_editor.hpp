#pragma once

#include "client/desktop/gateway.hpp"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

namespace kotobashi::desktop {

class ParameterForm;
class PreviewView;
class TimeField;

// One notice: the topic, its fields on the left, every language as it will read on the right.
class NoticeEditor : public QDialog {
  Q_OBJECT
public:
  explicit NoticeEditor(Gateway& of, QWidget* parent = nullptr);
  void prefill(const suggestion& from);
  void correct(const notice_view& which);

private:
  void fillTopics(const QString& filter);
  void chooseTopic();
  void preview();
  void submit();
  void failed(const link::failure& why);
  const client::template_view* topic() const;
  notice_source source() const;

  Gateway& of_;
  QLineEdit* search_;
  QComboBox* topics_;
  QScrollArea* fields_;
  ParameterForm* form_ = nullptr;
  QPlainTextEdit* free_text_;
  QLineEdit *issuer_, *bulletin_;
  TimeField* source_at_;
  PreviewView* previews_;
  QLabel* problem_;
  QPushButton* submit_;
  QTimer pause_;
  std::optional<notice_view> corrected_;
};

} // namespace kotobashi::desktop

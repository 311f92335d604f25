#pragma once

#include "client/desktop/gateway.hpp"

#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
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
  void reject() override;

Q_SIGNALS:
  void written(const QString& id); // a draft, or a correction

private:
  void fillTopics(const QString& filter);
  void chooseTopic();
  void preview();
  void submit();
  void sendCorrection(const Then<notice_view>& done);
  void failed(const link::failure& why);
  bool typed() const;
  void buildOvertaken(QWidget* in);
  void compareWithPublished();
  void goOnWithPublished();
  void showSource(const notice_source& of);
  const client::template_view* topic() const;
  notice_source source() const;

  Gateway& of_;
  QLineEdit* search_;
  QComboBox* topics_;
  QScrollArea* fields_;
  ParameterForm* form_ = nullptr;
  QPlainTextEdit* free_text_;
  QLineEdit *issuer_, *bulletin_;
  QGroupBox* source_box_;
  TimeField* source_at_;
  PreviewView* previews_;
  QLabel* problem_;
  QPushButton* submit_;
  QTimer pause_;
  std::optional<notice_view> corrected_;
  bool sending_ = false;
  QWidget* overtaken_; // somebody else's correction, and the way on
  QLabel* overtaken_by_;
  QPushButton* go_on_;
  // What the inputs held before anybody typed.
  QStringList untyped_form_, untyped_source_;
  QString untyped_text_;
};

} // namespace kotobashi::desktop

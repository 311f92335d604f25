#pragma once

#include "client/desktop/gateway.hpp"

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <map>

namespace kotobashi::desktop {

class TimeField;

// The first news: a telegram as a file, or what somebody heard (time, hazard, intensity per ward and
// tsunami warning, or "not known"). Shows what the server made of it and offers the next steps; nothing
// happens by itself.
class NewsDialog : public QDialog {
  Q_OBJECT
public:
  NewsDialog(Gateway& of, QWidget* parent);

Q_SIGNALS:
  void noticeWanted(const kotobashi::suggestion& from);
  void openingWanted(const kotobashi::new_activation& from);

private:
  void buildInput();
  void askForHazard();
  bool mayOpen(activation_mode mode) const;
  kotobashi::hazard hazardOf(const bulletin_reply& told) const;
  void readFile();
  void send();
  void waitFor(link::call_id which);
  void ended(const link::outcome<bulletin_reply>& got);
  void show(const bulletin_reply& understood);
  void problem(const link::failure& why);

  Gateway& of_;
  QVBoxLayout* column_;
  QWidget *input_, *understood_ = nullptr;
  QComboBox *hazard_, *tsunami_;
  QFormLayout* form_;
  TimeField* occurred_;
  std::map<std::string, QComboBox*> intensities_;
  QLabel* problem_;
};

} // namespace kotobashi::desktop

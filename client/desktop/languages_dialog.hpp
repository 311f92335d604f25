#pragma once

#include "client/desktop/gateway.hpp"

#include <QDialog>
#include <QLabel>
#include <QTreeWidget>

namespace kotobashi::desktop {

// How far every language is (what is missing, drafted, checked and outdated of phrases, terms and pages), and
// what volunteers said of prepared texts.
class LanguagesDialog : public QDialog {
  Q_OBJECT
public:
  explicit LanguagesDialog(Gateway& of, QWidget* parent = nullptr);

private:
  QWidget* makeTable();
  void show(const std::vector<client::language_status>& all);

  Gateway& of_;
  QTreeWidget* table_;
  QLabel* problem_;
};

} // namespace kotobashi::desktop

#pragma once

#include "client/desktop/gateway.hpp"

#include <QTextBrowser>

namespace kotobashi::desktop {

// Every language of a notice as it would read, side by side, with what keeps one from going out and, in a
// correction, what is new.
class PreviewView : public QTextBrowser {
  Q_OBJECT
public:
  explicit PreviewView(const Gateway& of, QWidget* parent = nullptr);
  void show(const client::preview_reply& texts);
  void clear();
  // The Japanese text, title first: what is read back.
  QString japanese() const { return japanese_; }

private:
  QString cell(const client::preview_text& one) const;
  QString line(const std::vector<client::run_view>& runs, const QString& direction) const;

  const Gateway& of_;
  QString japanese_;
};

} // namespace kotobashi::desktop

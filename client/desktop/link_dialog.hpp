#pragma once

#include "server/model/volunteer.hpp"

#include <QDialog>
#include <QImage>

namespace kotobashi::desktop {

// A volunteer's personal link as a QR code. It is shown this once; whoever photographs it is signed in as
// this person.
class LinkDialog : public QDialog {
  Q_OBJECT
public:
  LinkDialog(const QString& name, const link_created& made, QWidget* parent);
};

// A QR code (ISO/IEC 18004) with the quiet zone of four modules, `module` pixels each.
QImage qrCode(const std::string& text, int module);

} // namespace kotobashi::desktop

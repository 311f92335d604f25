#include "client/desktop/look.hpp"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

namespace kotobashi::desktop {

namespace {
constexpr const char* sheet = R"css(
QWidget { font-size: 14px; }
#card { background: palette(base); border: 1px solid #c8c8c8; border-radius: 8px; }
#title { font-size: 20px; font-weight: 600; }
#heading { font-size: 15px; font-weight: 600; margin-top: 6px; }
#quiet { color: #555; }
#problem { color: #a01818; }
#warning { color: #8a3b00; font-weight: 600; }
#readback { font-size: 24px; background: palette(base); border: 1px solid #c8c8c8; padding: 14px; }
QPushButton { padding: 6px 12px; }
QPushButton#primary { background: #14507a; color: white; border: 1px solid #0e3a59; border-radius: 4px; padding: 7px 14px; }
QPushButton#primary:disabled { background: #9aa7b0; border-color: #9aa7b0; }
#drillMark { font-size: 20px; font-weight: 700; background: #ffd84d; color: black; border: 2px dashed black; padding: 4px 10px; }
#realMark { font-size: 20px; font-weight: 700; background: #8f1414; color: white; padding: 4px 10px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton#primary:focus { border: 2px solid #ffb000; }
QListWidget#places { border: 3px solid #eef1f4; background: #eef1f4; font-size: 15px; outline: none; }
QListWidget#places:focus { border-color: #14507a; }
QListWidget#places::item { padding: 11px 14px; border: 0; color: #1d2730; }
QListWidget#places::item:selected { background: #14507a; color: white; }
kotobashi--desktop--StateBar[look="closed"] { background: #e3e3e3; }
kotobashi--desktop--StateBar[look="real"] { background: #8f1414; }
kotobashi--desktop--StateBar[look="drill"] { background: #ffd84d; }
kotobashi--desktop--StateBar QLabel#state { font-size: 20px; font-weight: 700; padding: 2px 10px; }
kotobashi--desktop--StateBar[look="closed"] QLabel { color: #222; }
kotobashi--desktop--StateBar[look="real"] QLabel { color: white; }
kotobashi--desktop--StateBar[look="real"] QLabel#state { border: 2px solid white; }
kotobashi--desktop--StateBar[look="drill"] QLabel { color: black; background: #ffd84d; }
kotobashi--desktop--StateBar[look="drill"] QLabel#state { border: 2px dashed black; }
kotobashi--desktop--StateBar QLabel#link { font-weight: 600; background: #fff3cd; color: #5c3d00; padding: 4px 10px; border-radius: 4px; }
)css";
}

void dress(QApplication& app) {
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QPalette light; // one look on every borrowed laptop
  light.setColor(QPalette::Window, QColor(0xf7, 0xf8, 0xf9));
  light.setColor(QPalette::Highlight, QColor(0x14, 0x50, 0x7a));
  light.setColor(QPalette::HighlightedText, Qt::white);
  light.setColor(QPalette::PlaceholderText, QColor(0x6a, 0x6a, 0x6a));
  QApplication::setPalette(light);
  QFont font;
  font.setFamilies(
      {QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Noto Sans"), QStringLiteral("sans-serif")});
  QApplication::setFont(font);
  app.setStyleSheet(QString::fromLatin1(sheet));
}

} // namespace kotobashi::desktop

#include "client/desktop/link_dialog.hpp"

#include "client/desktop/text.hpp"

#include <QLabel>
#include <QVBoxLayout>
#include <qrencode.h>

#include <memory>

namespace kotobashi::desktop {

QImage qrCode(const std::string& text, int module) {
  std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                  QRcode_free);
  if (!code) return {};
  constexpr int quiet = 4;
  int side = code->width + 2 * quiet;
  QImage image(side, side, QImage::Format_Mono);
  image.fill(1);
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      image.setPixel(x + quiet, y + quiet, (code->data[y * code->width + x] & 1) ? 0 : 1);
  return image.scaled(side * module, side * module);
}

LinkDialog::LinkDialog(const QString& name, const link_created& made, QWidget* parent) : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Personal link of %1").arg(name));
  auto* column = new QVBoxLayout(this);
  auto* code = new QLabel(this);
  code->setPixmap(QPixmap::fromImage(qrCode(made.url, 6)));
  code->setAlignment(Qt::AlignCenter);
  auto* text = new QLabel(tr("Let %1 photograph this with their own phone, now: it is not shown again. "
                             "Whoever has it is signed in as this "
                             "person until %2, or until it is revoked.")
                              .arg(name, shortTime(made.expires_at)),
                          this);
  text->setWordWrap(true);
  auto* url = new QLabel(qs(made.url), this);
  url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  url->setWordWrap(true);
  column->addWidget(code);
  column->addWidget(text);
  column->addWidget(url);
}

} // namespace kotobashi::desktop

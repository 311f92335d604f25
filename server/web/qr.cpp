#include "server/web/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace kotobashi::web {

std::string qr_svg(const std::string& text) {
  constexpr int quiet = 4; // modules, ISO/IEC 18004
  std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                       &QRcode_free);
  if (!code) throw std::runtime_error("no QR code can hold this text");
  const int size = code->width + 2 * quiet;
  std::string side = std::to_string(size);
  std::string out = "<svg class=\"qr\" role=\"img\" aria-label=\"QR\" viewBox=\"0 0 " + side + " " + side +
                    "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side +
                    "H0z\"/><path fill=\"#000\" d=\"";
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      if (code->data[y * code->width + x] & 1)
        out += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
  return out + "\"/></svg>";
}

} // namespace kotobashi::web

#pragma once

#include <string>

namespace kotobashi::web {

// A QR code as an inline SVG image, black on white with its quiet zone, error correction M.
std::string qr_svg(const std::string& text);

} // namespace kotobashi::web

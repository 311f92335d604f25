#pragma once

#include <string>
#include <string_view>
#include <vector>

// Which charset is a file in? Nobody writes it down, and detectors only guess: so every charset that the
// bytes can strictly be in is tried, and the reader takes the one in which the header makes sense.
namespace kotobashi::roster {

struct decoding {
  std::string charset; // "UTF-8", "CP932", "UTF-16LE", "EUC-JP" …
  std::string text;    // UTF-8, without byte order mark
};

// All that fit without one wrong byte, the likeliest first; a byte order mark settles it. Excel in Japanese
// saves CSV as CP932, which is Shift_JIS with the characters of NEC and IBM (①, ㈱, 髙, 﨑).
std::vector<decoding> decodings(std::string_view bytes);

} // namespace kotobashi::roster

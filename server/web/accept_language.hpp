#pragma once

#include "server/text/library.hpp"

#include <string_view>
#include <vector>

namespace kotobashi::web {

// The library's languages that an Accept-Language header (RFC 9110, 12.5.4) asks for, most wanted first;
// nothing in it is an error, what cannot be read is passed over. "zh-TW" and "zh-HK" find zh-Hant, "tl" finds
// fil, "pt-BR" pt.
std::vector<const words::language*> wanted_languages(const words::library& library,
                                                     std::string_view accept_language);

} // namespace kotobashi::web

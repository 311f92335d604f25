#pragma once

#include "server/domain/telegram.hpp"
#include "server/model/result.hpp"

#include <string_view>

// Telegrams of 気象庁防災情報XML: VXSE51, VXSE52, VXSE53, VTSE41 and VTSE51 in full; of others only what they
// are called, their status and their event.
namespace kotobashi::bulletins {

// Reads one telegram: UTF-8 XML as JMA sends it. Refused, with every reason that was found: what is no
// well-formed XML, has a DOCTYPE, is larger than any telegram, is no report of JMA, lacks what must be there,
// or names places by a code table that is not known here. Not an error: a magnitude or height without a
// number, a municipality whose intensity did not arrive.
result<domain::telegram> read_telegram(std::string_view file);

} // namespace kotobashi::bulletins

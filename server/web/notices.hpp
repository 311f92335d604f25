#pragma once

#include "server/web/entries.hpp"
#include "server/web/parts.hpp"

#include <string_view>

namespace kotobashi::web {

// An entry as values of part-notice.mustache. `level` is the heading's element; `linked`: the title leads to
// the notice's own page. `center` is called where a critical notice cannot be read yet.
mustache::data notice_values(const words::library& library, const speaker& says, const domain::center& center,
                             const entry& one, std::string_view level, bool linked);
// What stands where there are no notices: not open, closed, none yet. Empty while there are some.
std::string empty_text(const speaker& says, const board_view& view, bool any);

} // namespace kotobashi::web

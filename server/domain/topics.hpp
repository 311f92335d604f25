#pragma once

#include "server/domain/center.hpp"
#include "server/domain/telegram.hpp"
#include "server/model/bulletin.hpp"

#include <vector>

// Topics that fit what a telegram says, with their parameters in the JSON forms of templates/*.toml.
namespace kotobashi::domain {

// At the center's own areas. A flash report knows regions only: then the center's regions, which may be more
// than its own areas had.
std::vector<intensity> own_values(const telegram& told, const center& own);
// The strongest of these.
intensity strongest_intensity(const telegram& told, const center& own);

// In the order in which they are wanted: a tsunami's own topic before the shaking. Topics `earthquake` and
// `more_earthquakes` from the advice level on (in a drill from any intensity), `tsunami` from an advisory on
// and `tsunami_lifted` after it at a coast of the center's. The dialog offers them without values as well:
// somebody there has heard that it was strong. A parameter that is not known is left out.
std::vector<suggestion> topics_for(const telegram& told, const center& own);

} // namespace kotobashi::domain

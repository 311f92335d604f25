#pragma once

#include "server/api/services.hpp"
#include "server/model/wording.hpp"

#include <vector>

// Texts of the packs, as people who speak the languages check them in the center.
namespace kotobashi::api {

// Puts what was accepted in the place of the packs' own texts. A review of a text that the pack has changed
// since is left alone: the pack is newer. In the order in which they were accepted.
void use_wordings(words::library& texts, const std::vector<wording_review>& accepted);

} // namespace kotobashi::api

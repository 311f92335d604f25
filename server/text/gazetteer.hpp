#pragma once

#include "server/text/place.hpp"
#include "server/text/problem.hpp"

#include <filesystem>
#include <vector>

namespace kotobashi::words {

// templates/places.toml. A place that is not right is left out, with a problem; the file may be absent.
std::vector<place> read_places(const std::filesystem::path& file, std::vector<problem>& found);

} // namespace kotobashi::words

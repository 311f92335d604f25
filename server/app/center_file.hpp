#pragma once

#include "server/domain/center.hpp"
#include "server/model/result.hpp"

#include <filesystem>

namespace kotobashi::app {

// Reads center.toml (templates/center.example.toml explains every member). The refusal's detail is one line
// that names file, line and what is wrong: "center.toml:12: trigger.opens: there is no intensity \"5\"".
// Unknown members are wrong: they are usually misspelt.
result<domain::center> read_center_file(const std::filesystem::path& file);

} // namespace kotobashi::app

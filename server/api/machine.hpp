#pragma once

#include "server/model/overview.hpp"

#include <filesystem>

namespace kotobashi::api {

// The laptop that the server runs on: battery and mains from /sys/class/power_supply (absent on machines
// without one), free disk space and the size of the database in MiB. Reads a few small files; any thread.
machine_state machine_now(const std::filesystem::path& data_directory);

} // namespace kotobashi::api

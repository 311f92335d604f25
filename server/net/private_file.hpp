#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kotobashi::net {

// Puts the file in place at once, mode 0600, and synced: after a crash it is the old or the new one. Throws
// std::runtime_error with one line that names the file.
void write_private_file(const std::filesystem::path& file, std::string_view content);
std::string read_private_file(const std::filesystem::path& file);
// With mode 0700, when it isn't there.
void make_private_folder(const std::filesystem::path& folder);

} // namespace kotobashi::net

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace kotobashi::test {

// A directory of its own under the system's temporary one, removed with everything in it when this ends.
class temporary_directory {
public:
  temporary_directory();
  ~temporary_directory();
  temporary_directory(const temporary_directory&) = delete;
  temporary_directory& operator=(const temporary_directory&) = delete;
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

// The checkout that the tests belong to.
std::filesystem::path source_directory();
// Where the programs were built.
std::filesystem::path program_directory();

// A file of ../shared/samples. Nothing, and a line that says the test is skipped, where that folder is
// absent.
std::optional<std::filesystem::path> sample(std::string_view name);

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, std::string_view content);

} // namespace kotobashi::test

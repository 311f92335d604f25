#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace kotobashi::test {

namespace fs = std::filesystem;

temporary_directory::temporary_directory() {
  std::string pattern = (fs::temp_directory_path() / "kotobashi-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("cannot make a temporary directory");
  path_ = pattern;
}

temporary_directory::~temporary_directory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path source_directory() {
  const char* value = std::getenv("KOTOBASHI_SOURCE");
  if (!value) throw std::runtime_error("KOTOBASHI_SOURCE is not set: run the tests through ctest");
  return value;
}
fs::path program_directory() {
  return fs::read_symlink("/proc/self/exe").parent_path();
}

std::optional<fs::path> sample(std::string_view name) {
  fs::path file = source_directory() / "../shared/samples" / name;
  if (fs::exists(file)) return file;
  std::cout << "skipped: " << name << " is not in ../shared/samples\n";
  return std::nullopt;
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

void write_file(const fs::path& file, std::string_view content) {
  std::ofstream out(file, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

} // namespace kotobashi::test

#pragma once

#include "server/text/langpack/lint.hpp"
#include "server/text/pack.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::langpack {

// Collects findings and finds their lines.
class reporter {
public:
  explicit reporter(const lint_options& options) : options_(options) {}

  void add(std::string_view rule, const words::pack& in, words::section where, std::string_view key,
           std::string what);
  void add(std::string_view rule, const words::problem& found, std::string_view language = {});
  bool wants(std::string_view language) const;
  std::vector<finding> take() { return std::move(found_); }

private:
  std::size_t line_of(const std::filesystem::path& file, std::string_view key);

  const lint_options& options_;
  std::vector<finding> found_;
  std::map<std::filesystem::path, std::string> bytes_;
};

} // namespace kotobashi::langpack

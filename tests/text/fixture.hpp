#pragma once

#include "server/text/library.hpp"
#include "server/text/render.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace kotobashi::test {

// tests/text/fixtures: two topics, six small packs, two places.
std::filesystem::path fixtures();
const words::library& fixture();

// A copy of the fixtures that a test may break.
class broken_fixture {
public:
  broken_fixture();
  ~broken_fixture();
  broken_fixture(const broken_fixture&) = delete;
  broken_fixture& operator=(const broken_fixture&) = delete;
  std::filesystem::path path(std::string_view inside) const { return path_ / inside; }
  // Replaces text that stands in the file.
  void edit(std::string_view file, std::string_view from, std::string_view to) const;
  words::library load() const { return words::library(path("templates"), path("langpacks")); }

private:
  std::filesystem::path path_;
};

words::render_context context();
// The body as plain text; parameters as JSON.
std::string body(std::string_view topic, std::string_view parameters, std::string_view language);
words::rendered rendered_text(std::string_view topic, std::string_view parameters, std::string_view language,
                              const words::render_context& with = context());

} // namespace kotobashi::test

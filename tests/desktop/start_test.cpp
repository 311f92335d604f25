#include "tests/link/programs/process.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kotobashi;

namespace {
// The desktop program where there is no display.
test::run_result kotobashi_without_display(std::vector<std::string> more) {
  std::vector<std::string> all{"-u",
                               "DISPLAY",
                               "-u",
                               "WAYLAND_DISPLAY",
                               "-u",
                               "QT_QPA_PLATFORM",
                               (test::program_directory() / "kotobashi").string()};
  all.insert(all.end(), more.begin(), more.end());
  return test::run("/usr/bin/env", all);
}
} // namespace

TEST_CASE("help and version need no display") {
  auto help = kotobashi_without_display({"--help"});
  CHECK(help.code == 0);
  CHECK(help.output.find("--server") != std::string::npos);
  auto version = kotobashi_without_display({"--version"});
  CHECK(version.code == 0);
  CHECK(version.output.starts_with("kotobashi "));
}

TEST_CASE("without a display the program says so in one line") {
  auto ended = kotobashi_without_display({});
  CHECK(ended.code == 1);
  CHECK(ended.errors.starts_with("kotobashi: there is no display"));
  CHECK(std::ranges::count(ended.errors, '\n') == 1);
}

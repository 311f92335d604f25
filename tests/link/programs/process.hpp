#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace kotobashi::test {

// A program that runs while this lives; killed at the end.
class process {
public:
  // Standard output goes to a pipe, errors to where the test's go.
  process(const std::filesystem::path& program, const std::vector<std::string>& arguments);
  ~process();
  process(const process&) = delete;
  process& operator=(const process&) = delete;

  // The next line of its output; nothing when it has ended.
  std::optional<std::string> line();
  void signal(int number);
  // Waits for its end. The exit code, or minus the signal's number.
  int wait();

private:
  pid_t id_ = -1;
  int output_ = -1;
  std::string read_;
};

// A program that is run to its end.
struct run_result {
  int code = -1;
  std::string output;
  std::string errors;
};
run_result run(const std::filesystem::path& program, const std::vector<std::string>& arguments,
               const std::string& input = {});

} // namespace kotobashi::test

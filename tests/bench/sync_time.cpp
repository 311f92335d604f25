#include "tests/bench/bench.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>
#include <vector>

namespace kotobashi::bench {

namespace {
class scratch_file {
public:
  explicit scratch_file(const std::string& path)
      : path_(path), file_(open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600)) {
    if (file_ < 0) throw std::runtime_error("cannot write " + path);
  }
  ~scratch_file() {
    close(file_);
    unlink(path_.c_str());
  }
  scratch_file(const scratch_file&) = delete;
  scratch_file& operator=(const scratch_file&) = delete;

  void append_and_sync(const std::array<std::byte, 4096>& page) const {
    if (write(file_, page.data(), page.size()) != std::ssize(page) || fdatasync(file_) != 0)
      throw std::runtime_error("cannot write " + path_);
  }

private:
  std::string path_;
  int file_;
};
} // namespace

int sync_time(const options& given) {
  using clock = std::chrono::steady_clock;
  const scratch_file file(given.get("directory") + "/sync-time");
  const std::array<std::byte, 4096> page{};
  std::vector<double> microseconds(static_cast<std::size_t>(given.number("times", 500)));
  for (double& taken : microseconds) {
    auto begun = clock::now();
    file.append_and_sync(page);
    taken = std::chrono::duration<double, std::micro>(clock::now() - begun).count();
  }
  std::ranges::sort(microseconds);
  print({{"median_us", microseconds[microseconds.size() / 2]},
         {"p95_us", microseconds[microseconds.size() * 95 / 100]}});
  return 0;
}

} // namespace kotobashi::bench

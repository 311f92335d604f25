#include "server/store/engine/database.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace kotobashi::store {

namespace {
std::string reason(int number) {
  return std::generic_category().message(number);
}

// Personal data lies here: a directory that we make is for its owner alone.
void make_directory(const std::filesystem::path& directory) {
  std::error_code failed;
  bool made = std::filesystem::create_directories(directory, failed);
  if (failed) throw cannot_open(directory.string() + ": cannot be made: " + failed.message());
  if (made) chmod(directory.c_str(), S_IRWXU);
}

std::string holder(int file) {
  std::array<char, 32> text{};
  ssize_t size = pread(file, text.data(), text.size() - 1, 0);
  std::string pid(text.data(), static_cast<std::size_t>(size > 0 ? size : 0));
  return pid.substr(0, pid.find('\n'));
}

void sign(int file) {
  std::string pid = std::to_string(getpid()) + "\n";
  // Only a hint for people: a full disk must not keep the server from starting.
  if (ftruncate(file, 0) == 0 && pwrite(file, pid.data(), pid.size(), 0) < 0) return;
}
} // namespace

directory_lock::directory_lock(const std::filesystem::path& directory) : file_(-1) {
  make_directory(directory);
  auto path = directory / "lock";
  file_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file_ < 0) throw cannot_open(directory.string() + ": is not writable: " + reason(errno));
  if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
    int why = errno;
    std::string by = holder(file_);
    close(file_);
    if (why == EWOULDBLOCK)
      throw cannot_open(directory.string() + ": another kotobashi-server uses this directory (process " + by +
                        ")");
    throw cannot_open(path.string() + ": cannot be locked: " + reason(why));
  }
  sign(file_);
}

directory_lock::~directory_lock() {
  close(file_);
}

} // namespace kotobashi::store

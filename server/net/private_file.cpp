#include "server/net/private_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace kotobashi::net {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& at, int error) {
  throw std::runtime_error(at.string() + ": " + std::generic_category().message(error));
}

class descriptor {
public:
  descriptor(const fs::path& at, int flags) : number_(::open(at.c_str(), flags | O_CLOEXEC, 0600)) {
    if (number_ < 0) fail(at, errno);
  }
  ~descriptor() { ::close(number_); }
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  int number() const { return number_; }

private:
  int number_;
};

void write_all(const descriptor& to, std::string_view content, const fs::path& at) {
  while (!content.empty()) {
    const ssize_t written = ::write(to.number(), content.data(), content.size());
    if (written < 0 && errno != EINTR) fail(at, errno);
    if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(to.number()) != 0) fail(at, errno);
}

} // namespace

void write_private_file(const fs::path& file, std::string_view content) {
  fs::path beside = file;
  beside += ".new";
  {
    const descriptor to(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    if (::fchmod(to.number(), 0600) != 0) fail(beside, errno);
    write_all(to, content, beside);
  }
  if (::rename(beside.c_str(), file.c_str()) != 0) fail(file, errno);
  const descriptor folder(file.parent_path(), O_RDONLY | O_DIRECTORY);
  if (::fsync(folder.number()) != 0) fail(file.parent_path(), errno);
}

std::string read_private_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) fail(file, errno);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void make_private_folder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder, errno);
  if (!fs::is_directory(folder)) fail(folder, ENOTDIR);
}

} // namespace kotobashi::net

#include "server/store/engine/outside.hpp"

#include <cerrno>
#include <sys/random.h>
#include <system_error>

namespace kotobashi::store {

clock system_clock() {
  return [] { return instant::from(std::chrono::system_clock::now()); };
}

chance system_chance() {
  return [](std::span<unsigned char> fill) {
    while (!fill.empty()) {
      ssize_t got = getrandom(fill.data(), fill.size(), 0);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) throw std::system_error(errno, std::system_category(), "getrandom");
      fill = fill.subspan(static_cast<std::size_t>(got));
    }
  };
}

} // namespace kotobashi::store

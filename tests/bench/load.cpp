#include "server/text/library.hpp"
#include "tests/bench/bench.hpp"

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <string>
#include <unistd.h>

// All packs and templates are read, as at the start of the server: the time, and by how much the process
// grew.
namespace kotobashi::bench {

namespace {
double kib_resident() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (double kib = 0; word == "VmRSS:" && status >> kib) return kib;
  throw std::runtime_error("/proc/self/status says no VmRSS");
}
} // namespace

int load(const options& given) {
  using clock = std::chrono::steady_clock;
  const double before = kib_resident();
  const auto begun = clock::now();
  const words::library texts(given.get("templates"), given.get("langpacks"));
  const double taken = std::chrono::duration<double, std::milli>(clock::now() - begun).count();
  print({{"ms", taken},
         {"cpu_ms", static_cast<double>(cpu_time(getpid())) / 1e6},
         {"kib", kib_resident() - before},
         {"languages", static_cast<double>(texts.languages().size())},
         {"topics", static_cast<double>(texts.topics().size())}});
  return 0;
}

} // namespace kotobashi::bench

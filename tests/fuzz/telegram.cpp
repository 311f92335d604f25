#include "server/bulletin/telegram.hpp"

#include "tests/fuzz/fuzz.hpp"

using namespace kotobashi;

// Any file is a telegram or a refusal that says something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto read = bulletins::read_telegram(fuzz::text(data, size));
  if (!read) fuzz::must_hold(!read.error().detail.empty());
  return 0;
}

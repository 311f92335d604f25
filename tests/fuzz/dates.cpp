#include "server/roster/dates.hpp"

#include "tests/fuzz/fuzz.hpp"

using namespace kotobashi;

// A date is read as ten characters, which are read as themselves; or it is refused with a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = roster::read_date(fuzz::text(data, size));
  if (read.date.empty()) {
    fuzz::must_hold(size == 0 || !read.code.empty());
    return 0;
  }
  fuzz::must_hold(read.date.size() == 10 && roster::read_date(read.date).date == read.date);
  return 0;
}

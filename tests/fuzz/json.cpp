#include "server/model/json.hpp"

#include "server/model/records.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace kotobashi;

namespace {
// What was read is written and read again as the same.
template <class T>
void comes_back(std::string_view text) {
  auto once = json::read_string<T>(text);
  if (!once) {
    fuzz::must_hold(!once.error().errors.empty() || !once.error().detail.empty());
    return;
  }
  const std::string written = json::write_string(*once);
  auto again = json::read_string<T>(written);
  fuzz::must_hold(again && json::write_string(*again) == written);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::text(data, size);
  comes_back<new_request>(bytes);
  comes_back<new_notice>(bytes);
  comes_back<volunteer_fields>(bytes);
  comes_back<new_inquiry>(bytes);
  return 0;
}

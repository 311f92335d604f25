#include "server/bulletin/telegram.hpp"
#include "server/domain/trigger.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace kotobashi;

namespace {
domain::center one_ward() {
  domain::center own;
  own.names = {{"ja", "a"}};
  own.municipality = {"14130", {{"ja", "a"}}};
  own.areas = {{"14131", "1413100", {{"ja", "a"}}}};
  own.regions = {{"360", "a"}};
  own.tsunami_coasts = {{"312", "a", {"14131"}}};
  return own;
}
} // namespace

// Whatever telegram is read: a test or a cancellation offers nothing, and only what is normal opens an actual
// center.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto own = one_ward();
  auto told = bulletins::read_telegram(fuzz::text(data, size));
  if (!told) return 0;
  auto reply = domain::suggest(*told, own, told->reported_at);
  bool silent = told->status == bulletin_status::test || told->action == bulletin_action::cancelled;
  fuzz::must_hold(!silent || (reply.suggestions.empty() && !reply.activation_suggested && !reply.mode));
  fuzz::must_hold(reply.mode != activation_mode::actual || told->status == bulletin_status::normal);
  return 0;
}

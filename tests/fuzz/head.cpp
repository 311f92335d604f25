#include "server/net/head.hpp"

#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

using namespace kotobashi;

namespace {
void stays_inside(std::string_view bytes, std::string_view part) {
  if (part.empty()) return;
  fuzz::must_hold(part.data() >= bytes.data() && part.data() + part.size() <= bytes.data() + bytes.size());
}
} // namespace

// A head that arrives byte by byte ends where it ends when it arrives at once; what is read from it lies
// inside of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::text(data, size);
  const net::limits bounds;
  net::head_finder slowly, at_once;
  auto end = at_once.find(bytes, bounds);
  decltype(end) end_slowly = std::monostate{};
  for (std::size_t length = 1; length <= size && std::holds_alternative<std::monostate>(end_slowly); ++length)
    end_slowly = slowly.find(bytes.substr(0, length), bounds);
  fuzz::must_hold(end.index() == end_slowly.index());
  if (!std::holds_alternative<std::size_t>(end)) return 0;
  const auto whole = bytes.substr(0, std::get<std::size_t>(end));
  auto parsed = net::parse_head(whole, bounds);
  if (auto* head = std::get_if<net::head>(&parsed)) {
    for (auto part :
         {head->target, head->host, head->authorization, head->cookie, head->idempotency_key, head->if_match})
      stays_inside(whole, part);
    fuzz::must_hold(
        std::ranges::none_of(head->target, [](char c) { return c == '\r' || c == '\n' || c == ' '; }));
  }
  return 0;
}

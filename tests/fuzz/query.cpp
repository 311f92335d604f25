#include "server/model/value.hpp"
#include "server/net/target.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace kotobashi;

// What comes out of percent-decoding is text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::text(data, size);
  std::string decoded;
  if (net::percent_decode(bytes, decoded)) fuzz::must_hold(valid_utf8(decoded));
  std::vector<std::pair<std::string, std::string>> query;
  if (net::parse_query(bytes, query))
    for (const auto& [name, value] : query) fuzz::must_hold(valid_utf8(name) && valid_utf8(value));
  return 0;
}

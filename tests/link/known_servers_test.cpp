#include "client/link/known_servers.hpp"
#include "tests/support/files.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace link;

namespace {
pin filled(unsigned char with) {
  pin out;
  out.digest.fill(with);
  return out;
}
} // namespace

TEST_CASE("a pin is written in base64 and read back, in hex too") {
  const pin one = filled(0xAB);
  CHECK(to_string(one) == "sha256/q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=");
  CHECK(parse_pin(to_string(one)) == one);
  CHECK(parse_pin(for_people(one)) == one);
  CHECK(for_people(one).substr(0, 9) == "abab abab");
  std::string upper;
  for (int i = 0; i < 32; ++i) upper += i ? ":AB" : "AB";
  CHECK(parse_pin(upper) == one);
}

TEST_CASE("what is no pin is not taken for one") {
  for (const char* text : {"", "sha256/", "sha256/AAAA", "sha1/q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=",
                           "sha256/q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=", "abcd", "zz"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_pin(text));
  }
}

TEST_CASE("confirmed pins are found again, by address, and the last one counts") {
  const test::temporary_directory place;
  const address here{true, "192.168.10.2", 8443}, there{true, "192.168.10.3", 8443};
  known_servers known(place.path() / "deeper" / "known_servers");
  CHECK_FALSE(known.find(here));
  CHECK(known.remember(here, filled(1)));
  CHECK(known.remember(there, filled(2)));
  CHECK(known.remember(here, filled(3)));
  known_servers again(place.path() / "deeper" / "known_servers");
  CHECK(again.find(here) == filled(3));
  CHECK(again.find(there) == filled(2));
}

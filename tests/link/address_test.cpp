#include "client/link/address.hpp"
#include "tests/link/show.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using link::address;
using link::parse_address;

TEST_CASE("addresses of servers are read") {
  struct {
    const char* text;
    address wanted;
  } const table[] = {
      {"https://192.168.10.2:8443", {true, "192.168.10.2", 8443}},
      {"https://192.168.10.2", {true, "192.168.10.2", 8443}},
      {"https://kotobashi.local/", {true, "kotobashi.local", 8443}},
      {"http://127.0.0.1:8080", {false, "127.0.0.1", 8080}},
      {"http://localhost", {false, "localhost", 8080}},
      {"http://[::1]:9000", {false, "::1", 9000}},
      {"127.0.0.1:8080", {false, "127.0.0.1", 8080}},
      {"192.168.10.2:8443", {true, "192.168.10.2", 8443}},
  };
  for (const auto& each : table) {
    CAPTURE(each.text);
    auto got = parse_address(each.text);
    REQUIRE(got);
    CHECK(*got == each.wanted);
  }
}

TEST_CASE("addresses that would be unsafe or mean something else are refused") {
  for (std::string_view text :
       {"http://192.168.10.2:8080", "http://example.org", "ftp://127.0.0.1", "https://", "",
        "https://user@127.0.0.1", "https://127.0.0.1/api", "https://127.0.0.1?x=1", "https://127.0.0.1:0",
        "http://127.0.0.1.example.org", "https://127.0.0.1:99999"}) {
    CAPTURE(text);
    auto got = parse_address(text);
    REQUIRE_FALSE(got);
    CHECK(got.error().errors.at(0).field == "server");
  }
}

TEST_CASE("an IPv6 address stands in brackets where a port follows") {
  CHECK(address{true, "fe80::1", 8443}.url() == "https://[fe80::1]:8443");
}

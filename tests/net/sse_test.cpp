#include "server/net/sse.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace kotobashi::net {

TEST_CASE("an event has its id and its data") {
  CHECK(sse_event("c7", "{\"a\":1}") == "id: c7\ndata: {\"a\":1}\n\n");
  CHECK(sse_event("", "") == "id: \ndata: \n\n");
}

TEST_CASE("line breaks in data make lines of data, whichever they are") {
  CHECK(sse_event("1", "a\nb\r\nc\rd") == "id: 1\ndata: a\ndata: b\ndata: c\ndata: d\n\n");
  CHECK(sse_event("1", "a\n") == "id: 1\ndata: a\ndata: \n\n");
}

TEST_CASE("an id that would break the stream is left out") {
  CHECK(sse_event("a\nb", "x") == "data: x\n\n");
  CHECK(sse_event("a\rb", "x") == "data: x\n\n");
  CHECK(sse_event(std::string_view("a\0b", 3), "x") == "data: x\n\n");
}

TEST_CASE("pages come back after times that are spread from two to six seconds") {
  for (unsigned nth = 0; nth < 200; ++nth) {
    const std::string opening = sse_opening("Mon, 24 Nov 2025 00:00:00 GMT", nth);
    const int after = std::stoi(opening.substr(opening.rfind("retry: ") + 7));
    CHECK(after >= 2'000);
    CHECK(after < 6'000);
    CHECK(opening.ends_with("\n\n"));
  }
  CHECK(sse_opening("", 0) != sse_opening("", 1));
}

} // namespace kotobashi::net

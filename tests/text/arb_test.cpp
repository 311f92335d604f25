#include "server/text/arb.hpp"

#include <doctest/doctest.h>

using namespace kotobashi;
using namespace kotobashi::words;

static std::string said(std::string_view bytes) {
  std::vector<problem> found;
  auto file = read_arb("f.arb", bytes, found);
  std::string out = file ? std::to_string(file->entries.size()) : "none";
  for (const auto& each : found) out += "; " + to_string(each);
  return out;
}

TEST_CASE("an ARB file gives texts with what stands beside them") {
  std::vector<problem> found;
  auto file = read_arb(
      "f.arb",
      R"({"@@locale":"ja","@@x":{"a":[1]},"b.a":"x \u3042","@b.a":{"description":"d","x-status":"checked",
    "x-source-hash":"00000000000000ff","x-terms":["t.a","t.b"],"placeholders":{"at":{"type":"datetime","example":"e"}},
    "x-other":[{"x-status":"nonsense"}]},"c":""})",
      found);
  REQUIRE(file);
  CHECK(found.empty());
  CHECK(file->locale == "ja");
  REQUIRE(file->entries.size() == 2);
  const auto& entry = file->entries[0];
  CHECK(entry.key == "b.a");
  CHECK(entry.text == "x あ");
  CHECK(entry.status == text_status::checked);
  CHECK(entry.source_hash == 255);
  CHECK(entry.description == "d");
  CHECK(entry.terms == std::vector<std::string>{"t.a", "t.b"});
  CHECK(entry.placeholders == std::vector<std::pair<std::string, std::string>>{{"at", "datetime"}});
  CHECK(file->entries[1].status == text_status::drafted);
}

TEST_CASE("what is wrong with an ARB file is told by key and line") {
  CHECK(said("{}") == "0");
  CHECK(said("") == "none; f.arb:1: this is not JSON: incomplete JSON");
  CHECK(said("[]") == "none; f.arb:1: expected an object of texts");
  CHECK(said("\"a\"") == "none; f.arb:1: expected an object of texts");
  CHECK(said("{\"a\":\"b\"\n}\n x") == "none; f.arb:3: something follows the end");
  CHECK(said("{\"a\":\"b\",\n\n}") == "none; f.arb:3: a: this is not JSON: syntax error");
  CHECK(said("{\"a\":\"b\",\n\"c\":\"\xE3\x81\"}") == "none; f.arb:2: c: this is not UTF-8");
  CHECK(said("{\"a\":\"\xED\xA0\x80\"}") == "none; f.arb:1: a: this is not UTF-8");
  CHECK(said("{\"a\":\"b\"、}") == "none; f.arb:1: a: this is not JSON: syntax error");
  CHECK(said("{\"a\":\"b\",\n\"a\":\"c\"}") == "0; f.arb:1: a: stands twice");
  CHECK(said("{\"a\":null,\n\"b\":\"c\"}") == "1; f.arb:1: a: expected a text");
  CHECK(said("{\"a\":\"x\",\"@a\":\"y\"}") == "1; f.arb:1: @a: expected an object");
  CHECK(said("{\"a\":\"\\u0000\"}") == "0; f.arb:1: a: the text contains U+0000");
  CHECK(said("{\"a\":\"b\",\n\"@a\":{\"x-source-hash\":\"xyz\"}}") ==
        "0; f.arb:1: a: x-source-hash is not 16 hex digits");
}

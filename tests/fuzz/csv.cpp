#include "server/roster/csv.hpp"

#include "server/model/value.hpp"
#include "server/roster/charset.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace kotobashi;

namespace {
// A row that is written is read again as the same row.
void comes_back(const roster::csv_row& row) {
  auto again = roster::read_csv(roster::write_csv(row.fields));
  fuzz::must_hold(again && again->size() == 1 && again->front().fields == row.fields);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const auto& one : roster::decodings(fuzz::text(data, size))) {
    fuzz::must_hold(valid_utf8(one.text) || one.text.find('\0') != std::string::npos);
    auto rows = roster::read_csv(one.text);
    if (rows && !rows->empty() && rows->front().fields.size() > 1) comes_back(rows->front());
  }
  return 0;
}

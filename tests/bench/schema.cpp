#include "server/store/schema.hpp"

#include "tests/bench/bench.hpp"

#include <iostream>

namespace kotobashi::bench {

int schema(const options&) {
  for (const auto& step : store::engine_migrations()) std::cout << step.sql << '\n';
  for (const auto& step : store::center_migrations()) std::cout << step.sql << '\n';
  return 0;
}

} // namespace kotobashi::bench

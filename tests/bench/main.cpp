#include "tests/bench/bench.hpp"

#include <exception>
#include <iostream>
#include <map>
#include <string_view>

namespace {
const std::map<std::string_view, int (*)(const kotobashi::bench::options&)> benches{
    {"sync-time", kotobashi::bench::sync_time}, {"claims", kotobashi::bench::claims},
    {"render", kotobashi::bench::render},       {"schema", kotobashi::bench::schema},
    {"fan-out", kotobashi::bench::fanout},      {"seed", kotobashi::bench::seed},
    {"start", kotobashi::bench::start},         {"load", kotobashi::bench::load},
    {"memory", kotobashi::bench::memory},
};
}

int main(int count, char** words) try {
  auto found = count > 1 ? benches.find(words[1]) : benches.end();
  if (found != benches.end()) return found->second(kotobashi::bench::options(count - 2, words + 2));
  std::cerr << "usage: kotobashi-bench NAME [--key value]…, NAME one of:";
  for (const auto& [name, run] : benches) std::cerr << ' ' << name;
  std::cerr << '\n';
  return 2;
} catch (const std::exception& failed) {
  std::cerr << "kotobashi-bench: " << failed.what() << '\n';
  return 1;
}

#include "tests/bench/bench.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace kotobashi::bench {

options::options(int count, const char* const* words) {
  for (int i = 0; i < count; i += 2) {
    std::string_view key = words[i];
    if (!key.starts_with("--") || i + 1 == count)
      throw std::runtime_error("expected --key value, got " + std::string(key));
    values_[std::string(key.substr(2))] = words[i + 1];
  }
}

std::string options::get(const std::string& key) const {
  auto found = values_.find(key);
  if (found == values_.end()) throw std::runtime_error("--" + key + " is missing");
  return found->second;
}

std::string options::get(const std::string& key, const std::string& otherwise) const {
  auto found = values_.find(key);
  return found == values_.end() ? otherwise : found->second;
}

std::int64_t options::number(const std::string& key, std::int64_t otherwise) const {
  auto found = values_.find(key);
  if (found == values_.end()) return otherwise;
  std::int64_t value = 0;
  const char* end = found->second.data() + found->second.size();
  auto [stopped, error] = std::from_chars(found->second.data(), end, value);
  if (error != std::errc{} || stopped != end) throw std::runtime_error("--" + key + " is not a number");
  return value;
}

void print(std::initializer_list<figure> figures) {
  const char* separator = "{";
  for (const auto& [name, value] : figures) {
    std::cout << separator << '"' << name << "\": " << value;
    separator = ", ";
  }
  std::cout << "}\n";
}

std::int64_t cpu_time(std::int64_t process) {
  std::error_code none;
  std::int64_t sum = 0;
  for (const auto& thread :
       std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task", none)) {
    std::int64_t ran = 0; // the first field: nanoseconds on a processor
    if (std::ifstream(thread.path() / "schedstat") >> ran) sum += ran;
  }
  return sum;
}

} // namespace kotobashi::bench

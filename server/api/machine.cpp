#include "server/api/machine.hpp"

#include <fstream>
#include <string>

namespace kotobashi::api {

namespace fs = std::filesystem;

namespace {
std::string first_word(const fs::path& file) {
  std::ifstream in(file);
  std::string word;
  in >> word;
  return word;
}

void read_power(machine_state& into) {
  std::error_code failed;
  for (const auto& each : fs::directory_iterator("/sys/class/power_supply", failed)) {
    auto type = first_word(each.path() / "type");
    if (type == "Mains")
      into.on_mains = into.on_mains.value_or(false) || first_word(each.path() / "online") == "1";
    auto capacity = first_word(each.path() / "capacity");
    bool number = !capacity.empty() && capacity.size() <= 3 &&
                  capacity.find_first_not_of("0123456789") == capacity.npos;
    if (type == "Battery" && first_word(each.path() / "scope") != "Device" && number)
      into.battery_percent = std::stoi(capacity);
  }
}
} // namespace

machine_state machine_now(const fs::path& data_directory) {
  constexpr std::uintmax_t mib = 1024 * 1024;
  machine_state out;
  read_power(out);
  std::error_code failed;
  auto space = fs::space(data_directory, failed);
  if (!failed) out.disk_free_mib = static_cast<std::int64_t>(space.available / mib);
  for (const char* name : {"kotobashi.db", "kotobashi.db-wal"}) {
    auto size = fs::file_size(data_directory / name, failed);
    if (!failed) out.database_mib += static_cast<std::int64_t>((size + mib - 1) / mib);
  }
  return out;
}

} // namespace kotobashi::api

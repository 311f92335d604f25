#include "server/app/options.hpp"
#include "server/app/server_app.hpp"
#include "server/store/engine/error.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
  int exit_code = 0;
  auto how = kotobashi::app::read_command_line(argc, argv, exit_code);
  if (!how) return exit_code;
  try {
    kotobashi::app::check(*how);
    kotobashi::app::server_app center(*how);
    fmt::print("staff: {}\nboard: {}\n", center.staff_url(), center.board_url());
    if (auto pin = center.pin(); !pin.empty()) fmt::print("pin: {}\n", pin);
    std::fflush(stdout);
    center.run();
    return 0;
  } catch (const kotobashi::store::error& why) {
    fmt::print(stderr, "kotobashi-server: {}: {}\n", (how->data / "kotobashi.db").string(), why.what());
    return 1;
  } catch (const std::exception& why) {
    fmt::print(stderr, "kotobashi-server: {}\n", why.what());
    return 1;
  }
}

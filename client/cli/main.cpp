#include "client/cli/commands.hpp"

#include <exception>
#include <iostream>

int main(int count, char** arguments) {
  try {
    return kotobashi::cli::run_program(count, arguments);
  } catch (const std::exception& bug) {
    std::cerr << "kotobashictl: " << bug.what() << '\n';
    return 70;
  }
}

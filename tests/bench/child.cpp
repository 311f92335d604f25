#include "tests/bench/child.hpp"

#include <csignal>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace kotobashi::bench {

child::child(const std::vector<std::string>& words) {
  std::vector<std::string> copy = words;
  std::vector<char*> arguments;
  for (auto& word : copy) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  // Its own output would mix with the figures.
  posix_spawn_file_actions_t output;
  posix_spawn_file_actions_init(&output);
  posix_spawn_file_actions_adddup2(&output, STDERR_FILENO, STDOUT_FILENO);
  const int failed = posix_spawn(&process_, arguments[0], &output, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&output);
  if (failed) throw std::runtime_error("cannot start " + words[0]);
}

child::~child() {
  if (ended()) return;
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
}

bool child::ended() {
  if (!ended_) ended_ = waitpid(process_, nullptr, WNOHANG) == process_;
  return ended_;
}

} // namespace kotobashi::bench

#include "tests/link/programs/process.hpp"

#include "tests/support/files.hpp"

#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kotobashi::test {

namespace fs = std::filesystem;

namespace {
std::vector<char*> pointers(const fs::path& program, const std::vector<std::string>& arguments) {
  std::vector<char*> out{const_cast<char*>(program.c_str())};
  for (const auto& each : arguments) out.push_back(const_cast<char*>(each.c_str()));
  out.push_back(nullptr);
  return out;
}

int ended(pid_t id) {
  int status = 0;
  while (waitpid(id, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// In the child: its streams, then the program. A test that crashes leaves nothing running.
[[noreturn]] void become(char* const* arguments, int input, int output, int errors) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (input >= 0) dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  if (errors >= 0) dup2(errors, STDERR_FILENO);
  execv(arguments[0], arguments);
  _exit(127);
}
} // namespace

process::process(const fs::path& program, const std::vector<std::string>& arguments) {
  const auto all = pointers(program, arguments);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  id_ = fork();
  if (id_ == 0) become(all.data(), -1, ends[1], -1);
  close(ends[1]);
  output_ = ends[0];
}

process::~process() {
  if (id_ > 0) {
    kill(id_, SIGKILL);
    ended(id_);
  }
  close(output_);
}

std::optional<std::string> process::line() {
  std::size_t end = read_.find('\n');
  while (end == read_.npos) {
    char buffer[512];
    const ssize_t got = read(output_, buffer, sizeof buffer);
    if (got <= 0) return std::nullopt;
    read_.append(buffer, static_cast<std::size_t>(got));
    end = read_.find('\n');
  }
  std::string first = read_.substr(0, end);
  read_.erase(0, end + 1);
  return first;
}

void process::signal(int number) {
  if (id_ > 0) kill(id_, number);
}

int process::wait() {
  if (id_ < 0) throw std::logic_error("the program was waited for already");
  const int code = ended(id_);
  id_ = -1;
  return code;
}

run_result run(const fs::path& program, const std::vector<std::string>& arguments, const std::string& input) {
  const temporary_directory place;
  write_file(place.path() / "input", input);
  const auto all = pointers(program, arguments);
  const int in = open((place.path() / "input").c_str(), O_RDONLY | O_CLOEXEC);
  const int out = open((place.path() / "output").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const int errors = open((place.path() / "errors").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const pid_t id = fork();
  if (id == 0) become(all.data(), in, out, errors);
  for (int each : {in, out, errors}) close(each);
  run_result result;
  result.code = ended(id);
  result.output = read_file(place.path() / "output");
  result.errors = read_file(place.path() / "errors");
  return result;
}

} // namespace kotobashi::test

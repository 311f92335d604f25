#pragma once

#include <string>
#include <vector>

namespace kotobashi::bench {

// A program that runs until this ends: then it gets SIGTERM, and is waited for. Throws where it cannot be
// started.
class child {
public:
  explicit child(const std::vector<std::string>& words);
  ~child();
  child(const child&) = delete;
  child& operator=(const child&) = delete;

  int process() const { return process_; }
  bool ended();

private:
  int process_ = 0;
  bool ended_ = false;
};

} // namespace kotobashi::bench

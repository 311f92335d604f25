#pragma once

#include <chrono>
#include <functional>

namespace kotobashi::link {

using chance_function = std::function<double()>; // from 0 to 1, each value as likely

// The pauses between tries: twice as long each time up to a limit, half of each by chance, so that the
// laptops of a room do not all come back to a server that has just started in the same moment.
class backoff {
public:
  backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, chance_function chance);
  std::chrono::milliseconds next();
  void reset();

private:
  std::chrono::milliseconds first_, most_, step_;
  chance_function chance_;
};

} // namespace kotobashi::link

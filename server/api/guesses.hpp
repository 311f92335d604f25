#pragma once

#include "server/model/instant.hpp"

#include <string>
#include <unordered_map>

namespace kotobashi::api {

// Wrong passwords and links, by the name or the address they were tried with: ten within ten minutes, then a
// pause of ten minutes. In memory, I/O thread only.
class guess_counter {
public:
  // How long nobody gets in by this name or from this address; zero: they may try.
  std::chrono::microseconds closed_for(const std::string& subject, instant now) const;
  void failed(const std::string& subject, instant now);
  void succeeded(const std::string& subject) { wrong_.erase(subject); }

private:
  struct attempts {
    int count = 0;
    instant last;
  };
  std::unordered_map<std::string, attempts> wrong_;
};

} // namespace kotobashi::api

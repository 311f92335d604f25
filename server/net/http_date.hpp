#pragma once

#include <array>
#include <cstddef>
#include <ctime>
#include <string_view>

namespace kotobashi::net {

// The time as Date has it (RFC 9110, 5.6.7), written anew when the second changes. I/O thread only.
class http_date {
public:
  static constexpr std::size_t length = 29;
  std::string_view now();

private:
  std::time_t second_ = 0;
  std::array<char, length + 1> text_{};
};

} // namespace kotobashi::net

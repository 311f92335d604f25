#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::test {

// One answer as it came, read without the help of anything under test.
struct answer {
  unsigned status = 0;
  std::vector<std::pair<std::string, std::string>> headers{}; // names in lower case
  std::string body{};

  std::string header(std::string_view name) const; // the first; empty where there is none
  std::size_t count(std::string_view name) const;
};

// A client's end of a TCP connection over loopback: sends bytes as they are. Waits at most ten seconds for
// anything, then throws.
class wire {
public:
  explicit wire(std::uint16_t port, const char* from = nullptr, int receive_buffer = 0);
  ~wire();
  wire(wire&& other) noexcept;
  wire(const wire&) = delete;
  wire& operator=(const wire&) = delete;
  wire& operator=(wire&&) = delete;

  void send(std::string_view bytes);
  // For a test that pushes against a full socket: what was taken.
  std::size_t try_send(std::string_view bytes);
  void end_sending();

  // The next answer; its body by Content-Length, none after HEAD, 1xx, 204 and 304.
  answer read_answer(bool to_head = false);
  // Exactly so many bytes; throws when the connection ends before.
  std::string read(std::size_t count);
  // Up to and including `mark`.
  std::string read_until(std::string_view mark);
  // Everything until the other side ends.
  std::string read_to_end();
  // Has the other side ended the connection, with nothing left to read? Waits.
  bool ended();
  // Was it reset?
  bool broken() const { return broken_; }

private:
  bool fill();

  int socket_ = -1;
  std::string buffer_;
  bool broken_ = false;
};

// Sends the bytes on a connection of its own and returns the status of the first answer.
unsigned status_of(std::uint16_t port, std::string_view bytes);

} // namespace kotobashi::test

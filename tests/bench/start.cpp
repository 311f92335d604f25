#include "tests/bench/bench.hpp"
#include "tests/bench/child.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

// From fork to the first answer of a page of the board; then the memory that the server has.
namespace kotobashi::bench {

namespace asio = boost::asio;

namespace {
using clock = std::chrono::steady_clock;

bool answers(const asio::ip::tcp::endpoint& where, const std::string& page) {
  asio::io_context io;
  asio::ip::tcp::socket socket(io);
  boost::system::error_code failed;
  socket.connect(where, failed);
  if (failed) return false;
  asio::write(socket, asio::buffer("GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), failed);
  std::string head;
  auto buffer = asio::dynamic_buffer(head);
  asio::read_until(socket, buffer, "\r\n", failed);
  if (head.starts_with("HTTP/1.1 200")) return true;
  throw std::runtime_error("the server answered: " + head.substr(0, head.find('\r')));
}

double kib_resident(int process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string word; status >> word;)
    if (double kib = 0; word == "VmRSS:" && status >> kib) return kib;
  throw std::runtime_error("the server has ended");
}
} // namespace

int start(const options& given) {
  const std::string public_address = given.get("public");
  const auto colon = public_address.rfind(':');
  const asio::ip::tcp::endpoint where(
      asio::ip::make_address(public_address.substr(0, colon)),
      static_cast<asio::ip::port_type>(std::stoi(public_address.substr(colon + 1))));
  std::vector<std::string> words{given.get("server")};
  for (const char* key : {"data", "templates", "langpacks", "listen", "public"}) {
    words.push_back(std::string("--") + key);
    words.push_back(given.get(key));
  }
  const auto begun = clock::now();
  child server(words);
  while (!answers(where, "/board/en")) {
    if (server.ended() || clock::now() - begun > std::chrono::seconds(60))
      throw std::runtime_error("the server does not answer");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  const double taken = std::chrono::duration<double, std::milli>(clock::now() - begun).count();
  print({{"ms", taken}, {"resident_kib", kib_resident(server.process())}});
  return 0;
}

} // namespace kotobashi::bench

#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace kotobashi::bench {

struct answer {
  int status = 0;
  std::string body;
};

struct ask {
  std::string_view method = "GET";
  std::string_view target;
  std::string_view token;         // empty: nobody
  std::string_view key;           // Idempotency-Key; empty: none
  std::string_view body;          // JSON; empty: none
  std::string_view if_match = {}; // without quotes; empty: none
};

// One kept-alive connection to a server that is known to be well: replies have a Content-Length. It does as
// little as it can, so that what is measured is the server. Throws when the connection ends.
class connection {
public:
  // "127.0.0.1:8080"
  connection(boost::asio::any_io_executor on, std::string_view address);
  boost::asio::awaitable<void> open();
  boost::asio::awaitable<answer> call(const ask& what);

private:
  boost::asio::awaitable<std::size_t> read_head();

  std::string address_;
  boost::asio::ip::tcp::socket socket_;
  std::string out_, in_;
};

// The JSON of a reply with this status; throws what came instead.
boost::json::value expect(int status, const answer& got);

} // namespace kotobashi::bench

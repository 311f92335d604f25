#pragma once

#include "client/link/call.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/system/result.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kotobashi::link {

// A call as it goes out.
struct http_request {
  std::string_view method;
  std::string target;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

// Whatever came back, with the headers that count.
struct http_reply {
  unsigned status = 0;
  answer content;
  std::optional<std::chrono::seconds> retry_after;
};

// One HTTP connection that is opened when it is needed. Real over Beast; tests put a script in its place.
class transport {
public:
  virtual ~transport() = default;
  // One request and its reply. Any error leaves it closed; the next exchange opens it again. One exchange at
  // a time.
  virtual boost::asio::awaitable<boost::system::result<http_reply>> exchange(http_request what) = 0;
  // Ends an exchange that is under way: it fails, and nothing of it goes out from now on.
  virtual void close() = 0;
  // Has anything of the last request gone out?
  virtual bool gone_out() const = 0;
};

} // namespace kotobashi::link

#pragma once

#include "client/link/dialer.hpp"
#include "client/link/http_exchange.hpp"

#include <boost/beast/core/flat_buffer.hpp>

namespace kotobashi::link {

// HTTP/1.1 over TCP or TLS, kept open between calls.
class beast_transport : public transport {
public:
  beast_transport(dialer dial, const address& server, std::string language,
                  std::chrono::milliseconds reply_timeout);
  boost::asio::awaitable<boost::system::result<http_reply>> exchange(http_request what) override;
  void close() override;
  bool gone_out() const override { return gone_out_; }

private:
  using reply_result = boost::system::result<http_reply>;
  template <class Stream>
  boost::asio::awaitable<reply_result> over(Stream& stream, const http_request& what);
  boost::asio::awaitable<reply_result> once(const http_request& what);
  void hang_up();
  bool is_stale();

  dialer dial_;
  const address& server_;
  std::string language_;
  std::chrono::milliseconds reply_timeout_;
  std::optional<wire> wire_;
  boost::beast::flat_buffer buffer_;
  bool closed_ = false, gone_out_ = false; // during this exchange
};

} // namespace kotobashi::link

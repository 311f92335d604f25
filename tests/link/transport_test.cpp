#include "client/link/beast_transport.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <doctest/doctest.h>

#include <functional>

using namespace kotobashi::link;
namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

namespace {
// A server that takes requests and answers by hand.
struct listening {
  asio::io_context io{1};
  tcp::acceptor door{io, {asio::ip::address_v4::loopback(), 0}};
  std::vector<tcp::socket> met{};
  int requests = 0;
  std::function<void()> asked = [] {};

  listening() { accept(); }
  void accept() {
    door.async_accept([this](boost::system::error_code failed, tcp::socket one) {
      if (failed) return;
      met.push_back(std::move(one));
      read(met.size() - 1);
      accept();
    });
  }
  void read(std::size_t which) {
    asio::async_read_until(met[which], asio::dynamic_buffer(heard_), "\r\n\r\n",
                           [this, which](boost::system::error_code failed, std::size_t size) {
                             if (failed) return;
                             heard_.erase(0, size);
                             ++requests;
                             asked();
                             read(which);
                           });
  }
  void answer() {
    asio::write(met.back(), asio::buffer(std::string("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")));
  }

private:
  std::string heard_;
};

struct client {
  explicit client(listening& of)
      : server{false, "127.0.0.1", of.door.local_endpoint().port()},
        over(dialer(of.io.get_executor(), server, nullptr, 5s), server, "", 30s), io(of.io) {}

  // One exchange, to its end.
  boost::system::error_code exchange() {
    std::optional<boost::system::error_code> end;
    asio::co_spawn(
        io,
        [this, &end]() -> asio::awaitable<void> {
          http_request what{"DELETE", "/", {}, ""};
          auto reply = co_await over.exchange(std::move(what));
          end = reply ? boost::system::error_code() : reply.error();
        },
        [](std::exception_ptr bug) {
          if (bug) std::rethrow_exception(bug);
        });
    io.restart();
    while (!end && io.run_one_for(10s) > 0) {
    }
    REQUIRE(end);
    return *end;
  }

  address server;
  beast_transport over;
  asio::io_context& io;
};
} // namespace

TEST_CASE("an exchange that is closed while the server thinks ends, and is not sent again") {
  listening server;
  client one(server);
  server.asked = [&] { server.answer(); };
  CHECK_FALSE(one.exchange());
  server.asked = [&] { one.over.close(); };
  CHECK(one.exchange());
  CHECK(one.over.gone_out());
  CHECK(server.requests == 2);
}

TEST_CASE("nothing goes out on a connection that the server has closed, or to where no server is") {
  listening server;
  client one(server);
  server.asked = [&] { server.answer(); };
  CHECK_FALSE(one.exchange());
  CHECK(one.over.gone_out());
  server.met.clear();
  server.door.close();
  CHECK(one.exchange());
  CHECK_FALSE(one.over.gone_out());
}

#pragma once

#include "server/net/server.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/packaged_task.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <exception>
#include <future>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace kotobashi::test {

// Tokens "lead" and "volunteer" belong to sessions with these roles, until they are revoked.
class known_tokens : public net::gate {
public:
  domain::principal who(std::string_view token) override;
  std::set<std::string> revoked;
};

// A log of events in memory. Cursors are "at-SEQ".
class event_book : public net::feed {
public:
  explicit event_book(boost::asio::io_context& io) : held_(io) {
    held_.expires_at(boost::asio::steady_timer::time_point::max()); // once: setting it again ends all waits
  }
  std::string audience(const domain::principal& of) override;
  boost::asio::awaitable<net::catch_up> since(std::string cursor, std::string audience,
                                              domain::principal who) override;

  net::delivery add();
  // From now on answers wait, with the snapshot already taken, until let_go().
  void hold() { holding_ = true; }
  void let_go();
  std::size_t waiting = 0;
  std::int64_t oldest = 0; // cursors before this are not kept any more

private:
  std::vector<net::delivery> all_;
  bool holding_ = false;
  boost::asio::steady_timer held_;
};

// What the handlers of the test's table see: how far a waiting one has come.
struct scene {
  explicit scene(boost::asio::io_context& io) : release(io) {
    release.expires_at(boost::asio::steady_timer::time_point::max());
  }
  boost::asio::steady_timer release; // cancelled: /slow goes on
  std::size_t waiting = 0;
  std::vector<std::string> seen; // one line a call
  std::shared_ptr<api::page> page;
};

// A server with a table of endpoints of its own on real ports, its I/O thread, and time that the test moves.
class world {
public:
  explicit world(net::limits bounds = {}, net::tls_server* tls = nullptr);
  ~world();

  std::uint16_t staff() const { return server_->staff_port(); }
  std::uint16_t open() const { return server_->open_port(); }

  // Runs f on the I/O thread and gives what it gives.
  template <class F>
  auto on_io(F f) {
    return boost::asio::post(io_, std::packaged_task<decltype(f())()>(std::move(f))).get();
  }
  // Until f says so. The network needs a moment to bring what a client has sent.
  template <class F>
  void wait_for(F f) {
    while (!on_io(f)) std::this_thread::yield();
  }
  // Moves time and looks at deadlines.
  void pass(std::chrono::milliseconds by);
  void publish(std::size_t count = 1);
  net::metrics counts();
  void stop(std::chrono::milliseconds grace);

  net::server& server() { return *server_; }
  scene& stage() { return scene_; }
  event_book& events() { return events_; }
  known_tokens& tokens() { return tokens_; }
  boost::asio::io_context& io() { return io_; }

private:
  boost::asio::io_context io_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> more_{io_.get_executor()};
  known_tokens tokens_;
  event_book events_;
  scene scene_;
  net::clock::time_point now_;
  std::unique_ptr<net::server> server_;
  bool stopped_ = false;
  std::thread thread_;
};

// Limits with which nothing happens by itself within a test.
net::limits patient();

} // namespace kotobashi::test

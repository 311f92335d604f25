#pragma once

#include "server/app/server_app.hpp"
#include "tests/support/files.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/json/value.hpp>

#include <map>
#include <string>
#include <string_view>
#include <thread>

namespace kotobashi::test {

struct http_answer {
  unsigned status = 0;
  std::map<std::string, std::string> headers; // names in lower case
  std::string body;
  boost::json::value json() const;
};

struct http_ask {
  std::string method = "GET";
  std::string path;
  std::string token{};
  std::string body{};
  std::string type = "application/json";
  std::map<std::string, std::string>
      headers{}; // an unsafe request gets a fresh Idempotency-Key unless one is here
};

// One request on a connection of its own.
http_answer send(std::uint16_t port, const http_ask& what);

// Server-sent events, of "/api/v1/events" or of the residents' "/events". Whoever has it listens already.
class event_stream {
public:
  event_stream(std::uint16_t port, const std::string& target, const std::string& token);
  // Reads on until `mark` and the end of its event are there: all that was said so far.
  const std::string& until(std::string_view mark);
  // Reads on until the server ends it.
  const std::string& until_end();

private:
  boost::asio::io_context io_;
  boost::asio::ip::tcp::socket socket_{io_};
  std::string text_;
};

// A running center: a data directory of its own, both listeners on free ports, the lead's account "lead".
// With other langpacks than the checkout's where a directory is given.
class running_center {
public:
  explicit running_center(std::filesystem::path langpacks = source_directory() / "langpacks");
  ~running_center();

  std::uint16_t staff_port() const { return app_->staff_port(); }
  std::uint16_t open_port() const { return app_->open_port(); }
  http_answer staff(const http_ask& what) const { return send(app_->staff_port(), what); }
  http_answer open(std::string path) const { return send(app_->open_port(), {.path = std::move(path)}); }
  http_answer get(std::string path, const std::string& token = {}) const;
  http_answer post(std::string path, const boost::json::value& body, const std::string& token = {}) const;

  const std::string& lead() const { return lead_; }
  // Signs in; the session's token.
  std::string sign_in(const std::string& name, const std::string& password) const;
  // Makes an account with this role and signs it in.
  std::string account(const std::string& role) const;
  // Registers a Vietnamese medical interpreter, and signs their phone in with a personal link.
  struct phone {
    std::string volunteer, token;
  };
  phone volunteer(const std::string& number) const;
  // Opens the center. The activation's id.
  std::string activate(std::string_view mode = "actual") const;

  void start(); // at the staff's address of before
  void stop();
  void restart(); // at another one
  const std::filesystem::path& data() const { return directory_.path(); }

private:
  temporary_directory directory_;
  std::filesystem::path langpacks_;
  std::unique_ptr<app::server_app> app_;
  std::thread thread_;
  std::string lead_, listen_ = "127.0.0.1:0";
};

std::string text_at(const boost::json::value& from, std::string_view pointer);

} // namespace kotobashi::test

#include "tests/support/center/center.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>

namespace kotobashi::test {

namespace asio = boost::asio;
namespace js = boost::json;

namespace {
std::string fresh_key() {
  static std::atomic<int> count{0};
  return "test-" + std::to_string(++count);
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

std::string request_text(const http_ask& what) {
  std::string out = what.method + ' ' + what.path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  if (!what.token.empty()) out += "Authorization: Bearer " + what.token + "\r\n";
  if (!what.body.empty())
    out += "Content-Type: " + what.type + "\r\nContent-Length: " + std::to_string(what.body.size()) + "\r\n";
  else if (what.method != "GET")
    out += "Content-Length: 0\r\n";
  if (what.method != "GET" && !what.headers.contains("Idempotency-Key"))
    out += "Idempotency-Key: " + fresh_key() + "\r\n";
  for (const auto& [name, value] : what.headers) out += name + ": " + value + "\r\n";
  return out + "\r\n" + what.body;
}

http_answer parsed(const std::string& text) {
  http_answer out;
  auto end = text.find("\r\n\r\n");
  if (end == text.npos) throw std::runtime_error("the server ended the connection without an answer");
  out.status = static_cast<unsigned>(std::stoi(text.substr(9, 3)));
  for (auto at = text.find("\r\n") + 2; at < end;) {
    auto line = text.substr(at, text.find("\r\n", at) - at);
    auto colon = line.find(':');
    out.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
    at += line.size() + 2;
  }
  out.body = text.substr(end + 4);
  return out;
}
} // namespace

js::value http_answer::json() const {
  return js::parse(body);
}

http_answer send(std::uint16_t port, const http_ask& what) {
  asio::io_context io;
  asio::ip::tcp::socket socket(io);
  socket.connect({asio::ip::address_v4::loopback(), port});
  asio::write(socket, asio::buffer(request_text(what)));
  std::string text;
  boost::system::error_code ended;
  asio::read(socket, asio::dynamic_buffer(text), ended);
  return parsed(text);
}

event_stream::event_stream(std::uint16_t port, const std::string& target, const std::string& token) {
  socket_.connect({asio::ip::address_v4::loopback(), port});
  asio::write(socket_, asio::buffer(request_text(
                           {.path = target, .token = token, .headers = {{"Accept", "text/event-stream"}}})));
  until("retry:"); // the first thing that is said
}

const std::string& event_stream::until(std::string_view mark) {
  for (auto at = text_.find(mark); at == text_.npos || text_.find("\n\n", at) == text_.npos;
       at = text_.find(mark))
    asio::read(socket_, asio::dynamic_buffer(text_), asio::transfer_at_least(1));
  return text_;
}

const std::string& event_stream::until_end() {
  boost::system::error_code ended;
  asio::read(socket_, asio::dynamic_buffer(text_), ended);
  return text_;
}

running_center::running_center(std::filesystem::path langpacks) : langpacks_(std::move(langpacks)) {
  write_file(data() / "password", "lead-password\n");
  std::filesystem::copy_file(source_directory() / "templates/center.example.toml", data() / "center.toml");
  start();
  lead_ = sign_in("lead", "lead-password");
}

running_center::~running_center() {
  stop();
}

void running_center::start() {
  app::options how;
  how.data = data();
  how.templates = source_directory() / "templates";
  how.langpacks = langpacks_;
  how.first_account = "lead";
  how.first_password_file = data() / "password";
  how.listen = listen_;
  how.open = "127.0.0.1:0";
  app_ = std::make_unique<app::server_app>(how);
  listen_ = "127.0.0.1:" + std::to_string(app_->staff_port());
  thread_ = std::thread([this] { app_->run(); });
}

void running_center::stop() {
  if (!app_) return;
  app_->stop();
  thread_.join();
  app_.reset();
}

void running_center::restart() {
  stop();
  listen_ = "127.0.0.1:0";
  start();
}

http_answer running_center::get(std::string path, const std::string& token) const {
  return staff({.path = std::move(path), .token = token.empty() ? lead_ : token});
}

http_answer running_center::post(std::string path, const js::value& body, const std::string& token) const {
  return staff({.method = "POST",
                .path = std::move(path),
                .token = token.empty() ? lead_ : token,
                .body = js::serialize(body)});
}

std::string running_center::sign_in(const std::string& name, const std::string& password) const {
  auto got = staff({.method = "POST",
                    .path = "/api/v1/sessions",
                    .body = js::serialize(js::object{{"account", name}, {"password", password}})});
  REQUIRE(got.status == 201);
  return text_at(got.json(), "/token");
}

std::string running_center::account(const std::string& role) const {
  auto made = post("/api/v1/accounts",
                   {{"name", role}, {"password", "password-of-" + role}, {"roles", js::array{role}}});
  REQUIRE(made.status == 201);
  return sign_in(role, "password-of-" + role);
}

running_center::phone running_center::volunteer(const std::string& number) const {
  auto made =
      post("/api/v1/volunteers", {{"number", number},
                                  {"name", "模擬 " + number},
                                  {"spoken", js::array{js::object{{"language", "vi"}, {"level", "native"}}}},
                                  {"does", js::array{"interpret", "accompany"}},
                                  {"specialties", js::array{"medical"}}});
  REQUIRE(made.status == 201);
  auto id = text_at(made.json(), "/id");
  auto link = post("/api/v1/volunteers/" + id + "/link", js::object{});
  REQUIRE(link.status == 201);
  auto url = text_at(link.json(), "/url");
  auto session = staff({.method = "POST",
                        .path = "/api/v1/sessions",
                        .body = js::serialize(js::object{{"link_token", url.substr(url.find('#') + 1)}})});
  REQUIRE(session.status == 201);
  return {id, text_at(session.json(), "/token")};
}

std::string running_center::activate(std::string_view mode) const {
  auto made = post("/api/v1/activations", {{"title", "地震"}, {"hazard", "earthquake"}, {"mode", mode}});
  REQUIRE(made.status == 201);
  return text_at(made.json(), "/id");
}

std::string text_at(const js::value& from, std::string_view pointer) {
  return std::string(from.at_pointer(pointer).as_string());
}

} // namespace kotobashi::test
